"""Is this the kind of sheet the clerk says it is? A list of wishes has names and telephones too, and so has a list of parents.

Two signs: its headings fit another kind better, or it has no column that only this kind has (and does not call itself one).
A person may overrule both; a sheet with the same headings is then taken without asking again.
"""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from navmark.foundation.people.importing.sheet import KINDS, Sheet, remembered
from navmark.foundation.people.models import RememberedHeading, SheetKind
from navmark.foundation.tables.headings import SEARCHED, normalised, recognised

# What tells a kind from the others, by key; a staff number tells colleagues, whichever list they stand on.
OWN = {
    SheetKind.STAFF: ("staff_number", "standing", "subject", "job", "class"),
    SheetKind.MEMBERS: ("status", "joined", "full_since", "posts", "group", "branch"),
    SheetKind.PUPILS: ("class", "class_code", "pupil_number"),
}
CALLED = {SheetKind.STAFF: ("教职工", "教师", "职工", "教工"), SheetKind.MEMBERS: ("党员",), SheetKind.PUPILS: ("学生", "学籍")}
CONFIRMED = "sheet"  # the field under which a row of headings is remembered as a sheet of this kind


@dataclass(frozen=True)
class Doubt:
    """`better` is the kind whose headings fit better, blank where none does; `known` and `lacking` are labels of columns."""

    kind: SheetKind
    better: SheetKind | None
    known: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def title(self) -> str:
        if self.better:
            return _("This looks more like a roster of %(kind)s") % {"kind": self.better.label}
        return _("This does not look like a roster of %(kind)s") % {"kind": self.kind.label}


def doubt_about(sheet: Sheet) -> Doubt | None:
    kind, keys = SheetKind(sheet.kind), set(sheet.mapping.keys.values())
    columns = {column.key: str(column.label) for column in KINDS[kind].columns()}
    known = tuple(label for key, label in columns.items() if key in keys)
    others = {other: recognised(sheet.table, KINDS[other].columns()) for other in SheetKind if other != kind}
    best = max(others, key=lambda other: others[other])
    better = best if others[best] > len(known) else None
    if (not better and (keys & set(OWN[kind]) or _calls_itself(sheet, kind))) or _mark(sheet) in remembered(kind):
        return None
    return Doubt(kind, better, known, tuple(columns[key] for key in OWN[kind] if key not in keys))


def confirm(sheet: Sheet) -> None:
    """Remember that a sheet with these headings is of this kind."""
    RememberedHeading.objects.get_or_create(kind=sheet.kind, heading=_mark(sheet), defaults={"field": CONFIRMED})


def _mark(sheet: Sheet) -> str:
    return sha256("|".join(map(normalised, sheet.mapping.keys)).encode()).hexdigest()


def _calls_itself(sheet: Sheet, kind: SheetKind) -> bool:
    """The name of the file or of the sheet, or a title above the headings, says what it is."""
    above = [cell for row in sheet.table.rows[: sheet.mapping.body - 1][:SEARCHED] for cell in row]
    return any(word in text for text in (sheet.table.name, sheet.table.sheet, *above) for word in CALLED[kind])
