"""What is imported: a table, what it is about, and how its headings are understood."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.importing.guardian_columns import with_guardians
from navmark.foundation.people.importing.guardians import asked_about
from navmark.foundation.people.importing.matching import Match
from navmark.foundation.people.importing.members import check_member, member_columns, take_member
from navmark.foundation.people.importing.pupils import check_pupil, pupil_columns, shown_pupil, take_pupil
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.importing.staff import staff_columns, take_staff
from navmark.foundation.people.models import Person, RememberedHeading, TableKind
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.mapping import Mapping, map_headings
from navmark.foundation.tables.preview import Change
from navmark.foundation.tables.rows import Row
from navmark.foundation.tables.table import Table


@dataclass(frozen=True)
class Topic:
    """What a table may be about."""

    label: Promise
    columns: Callable[[], tuple[Column, ...]]
    take: Callable[[Setting, Person, Row], list[Change]]
    check: Callable[[Setting, Sequence[Person], Row], None] | None = None  # what no answer about the person could mend
    shown: Callable[[Setting, Row], dict[str, str]] | None = None  # what was understood from several cells, or from none
    asks: Callable[[Setting, Person | None, Row], Match | None] | None = None  # about others whom the row names
    refine: Callable[[Mapping], Mapping] = lambda mapping: mapping  # headings whose meaning hangs on the others


KINDS = {
    TableKind.STAFF: Topic(_("staff"), staff_columns, take_staff),
    TableKind.MEMBERS: Topic(_("Party members"), member_columns, take_member, check_member),
    TableKind.PUPILS: Topic(_("pupils"), pupil_columns, take_pupil, check_pupil, shown_pupil, asked_about, with_guardians),
}


@dataclass(frozen=True)
class Intake:
    """What is imported: a table, what it is about, and the school year its grades belong to."""

    kind: str
    table: Table
    mapping: Mapping
    school_year: int


def remembered(kind: str) -> dict[str, str]:
    return dict(RememberedHeading.objects.filter(kind=kind).values_list("heading", "field"))


def intake_of(kind: str, table: Table, *, school_year: int, chosen: dict[str, str] | None = None) -> Intake:
    """The table with its headings understood: as chosen now, as remembered from last time, as their aliases say."""
    columns = KINDS[TableKind(kind)].columns()
    mapping = KINDS[TableKind(kind)].refine(map_headings(table, columns, remembered(kind)))
    return Intake(kind, table, mapping.overridden(chosen, columns) if chosen else mapping, school_year)
