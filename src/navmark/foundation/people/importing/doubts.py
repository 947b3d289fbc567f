"""Is this the kind of table the clerk says it is? A list of wishes has names and telephones too, and so has a list of parents.

Two signs: its headings fit another kind better, or it has no column that only this kind has (and does not call itself one).
A person may overrule both; a table with the same headings is then taken without asking again.
"""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from navmark.foundation.people.importing.intake import KINDS, Intake, remembered
from navmark.foundation.people.models import RememberedHeading, TableKind
from navmark.foundation.tables.headings import SEARCHED, normalised, recognised

# What tells a kind from the others, by key; a staff number tells colleagues, whichever list they stand on.
OWN = {
    TableKind.STAFF: ("staff_number", "standing", "subject", "job", "class"),
    TableKind.MEMBERS: ("status", "joined", "full_since", "posts", "group", "branch"),
    TableKind.PUPILS: ("class", "class_code", "pupil_number"),
}
CALLED = {TableKind.STAFF: ("教职工", "教师", "职工", "教工"), TableKind.MEMBERS: ("党员",), TableKind.PUPILS: ("学生", "学籍")}
CONFIRMED = "sheet"  # the field under which a row of headings is remembered as a table of this kind


@dataclass(frozen=True)
class TableDoubt:
    """`better` is the kind whose headings fit better, blank where none does; `known` and `lacking` are labels of columns."""

    kind: TableKind
    better: TableKind | None
    known: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def title(self) -> str:
        if self.better:
            return _("This looks more like a roster of %(kind)s") % {"kind": self.better.label}
        return _("This does not look like a roster of %(kind)s") % {"kind": self.kind.label}


def doubt_about(intake: Intake) -> TableDoubt | None:
    kind, keys = TableKind(intake.kind), set(intake.mapping.keys.values())
    columns = {column.key: str(column.label) for column in KINDS[kind].columns()}
    known = tuple(label for key, label in columns.items() if key in keys)
    others = {other: recognised(intake.table, KINDS[other].columns()) for other in TableKind if other != kind}
    best = max(others, key=lambda other: others[other])
    better = best if others[best] > len(known) and _has_own(intake, best) else None
    if (not better and (keys & set(OWN[kind]) or _calls_itself(intake, kind))) or _mark(intake) in remembered(kind):
        return None
    return TableDoubt(kind, better, known, tuple(columns[key] for key in OWN[kind] if key not in keys))


def _has_own(intake: Intake, kind: TableKind) -> bool:
    """Names and departments stand in many a list; another kind is proposed by a column that tells it from the rest."""
    return recognised(intake.table, [column for column in KINDS[kind].columns() if column.key in OWN[kind]]) > 0


def confirm(intake: Intake) -> None:
    """Remember that a table with these headings is of this kind."""
    RememberedHeading.objects.get_or_create(kind=intake.kind, heading=_mark(intake), defaults={"field": CONFIRMED})


def _mark(intake: Intake) -> str:
    return sha256("|".join(map(normalised, intake.mapping.keys)).encode()).hexdigest()


def _calls_itself(intake: Intake, kind: TableKind) -> bool:
    """The name of the file or of the table, or a title above the headings, says what it is."""
    above = [cell for row in intake.table.rows[: intake.mapping.body - 1][:SEARCHED] for cell in row]
    return any(word in text for text in (intake.table.name, intake.table.worksheet, *above) for word in CALLED[kind])
