"""Lists that the school has and a superior's form may ask for: people, entries of a register, what was held. Each by a code."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities import access as activities
from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import ActivityState
from navmark.foundation.people.access import may_manage_people
from navmark.foundation.people.circles import circle, people_in
from navmark.foundation.people.importing import columns
from navmark.foundation.people.models.post import PARTY_POSTS
from navmark.foundation.people.naming import name_on, offices
from navmark.foundation.people.queries import in_reading_order, posts_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access as registers
from navmark.foundation.registers.filtering import Wanted, entries
from navmark.foundation.registers.listing import List
from navmark.foundation.registers.models import Register
from navmark.foundation.registers.paging import kept
from navmark.foundation.tables.headings import Column
from navmark.foundation.ui.dates import cn_day

ORDINAL = "number"
CIRCLES = ("members", "committee", "staff", "class_teacher", "grade_head", "subject_head")
Row = Mapping[str, str]


@dataclass(frozen=True)
class KnownRows:
    """Its columns are read once it is chosen, its rows, by the keys of these, when the file is filled in."""

    code: str
    label: str
    read_columns: Callable[[], Iterable[Column]]
    read_rows: Callable[[], Iterable[Row]]

    @cached_property
    def columns(self) -> list[Column]:
        return [Column(ORDINAL, _("1, 2, 3 …"), ("序号", "编号", "次序"), str), *self.read_columns()]

    @property
    def rows(self) -> list[Row]:
        """With no more than its columns: another may have chosen one that this viewer has not."""
        numbered = ({ORDINAL: str(number), **row} for number, row in enumerate(self.read_rows(), start=1))
        return [{one.key: row.get(one.key, "") for one in self.columns} for row in numbered]


def lists_for(viewer: Viewer) -> dict[str, KnownRows]:
    """Every list of this viewer, unread. Two queries, however many there are."""
    return {one.code: one for one in (*_people(viewer), *_entries(viewer), *_held(viewer))}


def _people(viewer: Viewer) -> Iterator[KnownRows]:
    for code in CIRCLES:
        label = _("names: %(who)s") % {"who": circle(code).label}
        yield KnownRows(f"people.{code}", label, partial(_columns_of_people, viewer), partial(_of_people, viewer, code))


def _columns_of_people(viewer: Viewer) -> list[Column]:
    """Under the headings by which a list of people is read, too."""
    plain = [
        columns.name(), Column("posts", _("Post"), ("职务", "现任职务", "担任职务"), str),
        Column("party_posts", _("Party post"), ("党内职务", "支部职务", "党务职务"), str),
        Column("job", _("Position"), ("岗位", "工作岗位"), str), columns.subject(),
    ]  # fmt: skip
    managed = [columns.sex(), columns.born(), columns.ethnic(), columns.education()]
    return plain + managed if may_manage_people(viewer) else plain


def _of_people(viewer: Viewer, code: str) -> list[Row]:
    ordered = in_reading_order(people_in([code], None, on=viewer.on), viewer.on)
    posts = posts_of(ordered, viewer.on)
    return [
        {key: getattr(one, key) for key in ("name", "job", "subject", "ethnicity", "education")}
        | {"posts": offices(posts.get(one.pk, ())), "party_posts": offices(posts.get(one.pk, ()), *PARTY_POSTS)}
        | {"sex": str(one.get_sex_display()), "born": cn_day(one.born, one.born_precision)}
        for one in ordered
    ]


def _entries(viewer: Viewer) -> Iterator[KnownRows]:
    """Of this year, with the columns of its list; what is sensitive stands in none."""
    for one in registers.registers_read_by(viewer):
        if not one.about_children:  # a child's entry opens behind a purpose, and goes into no list
            label = _("entries of this year: %(register)s") % {"register": one.name}
            yield KnownRows(f"entries.{one.code}", label, partial(_columns_of, viewer, one), partial(_of_entries, viewer, one))


def _columns_of(viewer: Viewer, one: Register) -> list[Column]:
    return [Column(field.label, field.label, (), str) for field in List(viewer, one, []).head]


def _of_entries(viewer: Viewer, one: Register) -> list[Row]:
    found = List(viewer, one, kept(viewer, entries(viewer, one, Wanted(viewer.on.year))))
    heads = [field.label for field in found.head]
    return [{head: _said(cell) for head, cell in zip(heads, line.cells, strict=True)} for line in found.lines(to_read=True)]


def _held(viewer: Viewer) -> Iterator[KnownRows]:
    labels = {"day": _("Day"), "title": _("Title"), "place": _("Place"), "host": _("In charge"), "unit": _("Unit")}
    told = [Column(key, label, (), str) for key, label in labels.items()]
    for one in kinds.all_kinds():
        label = _("what was held this year: %(kind)s") % {"kind": one.title}
        yield KnownRows(f"held.{one.code}", label, lambda: told, partial(_of_occasions, viewer, one.code))


def _of_occasions(viewer: Viewer, kind: str) -> list[Row]:
    seen = activities.visible_to(viewer).filter(state=ActivityState.HELD, day__year=viewer.on.year, parts__kind=kind)
    rows = seen.select_related("host", "unit", "unit__parent").order_by("day", "id").distinct()
    return [
        {"day": cn_day(one.day), "title": one.title, "place": one.place, "host": one.host.name if one.host else "",
         "unit": name_on(one.unit, one.day)}
        for one in rows
    ]  # fmt: skip


def _said(cell: Any) -> str:
    return "" if cell is None else cn_day(cell) if hasattr(cell, "isoformat") else str(cell)
