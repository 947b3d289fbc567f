"""The year in words: the answer that is the page's title, and the sheet that is printed on one A4."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities.shelves import Shelf
from navmark.foundation.activities.year.shape import MONTHS, Cell, Year, YearRow
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.matrix import Matrix, MatrixRow


def answer(shown: Year, viewer: Viewer) -> str:
    """2026年：应开48次，已开31次，1项到期未办; for a group leader, of her own group."""
    if is_of_all(shown, viewer):
        return _("%(year)s: %(what)s") % {"year": shown.year, "what": _numbers(shown, shown.held)}
    return _("%(year)s, %(unit)s: %(what)s") % {"year": shown.year, "unit": _owed_units(shown), "what": _numbers_owed(shown)}


def is_of_all(shown: Year, viewer: Viewer) -> bool:
    """Whether what is said is of all that is shown, and not of the viewer's own unit among others."""
    owing = {row.unit for row in shown.owed}
    others = {row.unit for row in shown.rows} - owing
    return not owing or not any(unit.is_true_on(viewer.on) for unit in others)


def _owed_units(shown: Year) -> str:
    return "、".join(dict.fromkeys(row.unit.name for row in shown.owed))


def _numbers_owed(shown: Year) -> str:
    return _numbers(shown, sum(row.held for row in shown.owed))


def _numbers(shown: Year, held: int) -> str:
    """To whom no duty is shown, only what was held."""
    if not shown.owed:
        return _("%(held)s meetings held") % {"held": held}
    words = _("%(asked)s meetings asked for, %(held)s held") % {"asked": shown.asked, "held": held}
    late = ngettext("%(count)s past its day and not done", "%(count)s past their day and not done", shown.late)
    return words + _(", ") + (late % {"count": shown.late} if shown.late else _("nothing past its day"))


def printed(shelf: Shelf, shown: Year, viewer: Viewer, on: date) -> Matrix:
    """The page's table as a sheet; exactly the rows that this viewer sees. The caller chooses Chinese, as for every sheet."""
    several = len(shown.blocks) > 1
    rows: list[MatrixRow] = []
    for block in shown.blocks:
        rows += [MatrixRow(block.name, ("",), (13,))] if several else []
        rows += [_printed_row(row) for row in block.rows]
    said = _numbers(shown, shown.held) if is_of_all(shown, viewer) else f"{_owed_units(shown)}{_numbers_owed(shown)}"
    months = MatrixRow("合计（已开）", (*(str(count or "") for count in shown.by_month), str(shown.held)))
    return Matrix(
        title=f"{shown.year}年{shelf.title}一览表",
        left=(shown.blocks[0].name if len(shown.blocks) == 1 else "") or viewer.school.name,
        right=f"截至{on.year}年{on.month}月{on.day}日：{said}",
        corner="会议" if len(shelf.kinds) > 1 else str(UnitKind(shelf.kinds[0].unit_kind).label),
        columns=(*(f"{month}月" for month in MONTHS), "已开/\n应开" if shown.owed else "已开"),
        rows=(*rows, months),
        legend=tuple(shown.legend),
    )


def _printed_row(row: YearRow) -> MatrixRow:
    label = f"{row.what} {row.whose}" if row.whose else row.what
    cells = (*(_printed_cell(cell) for cell in row.cells), row.total)
    return MatrixRow(label, cells, (*(cell.months for cell in row.cells), 1))


def _printed_cell(cell: Cell) -> str:
    days = (one.label if one.took_place else f"{one.label}({one.word})" for one in cell.meetings)
    return " ".join(filter(None, (cell.sign, "、".join(days))))
