"""Every write: a line is added, changed, taken out, put back; the columns follow the programme."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person
from navmark.foundation.termplan import logs as logs  # registers what is recorded below
from navmark.foundation.termplan.models import PlanColumn, PlanLine
from navmark.foundation.termplan.refusals import LineIsOut

SAID = ("week", "column", "words", "owner")
OF_COLUMN = [field.attname for field in PlanColumn._meta.concrete_fields if field.name not in ("id", "school", "code")]


@dataclass(frozen=True)
class LineSaid:
    """What is typed of a line. `week` is the key of a school week."""

    week: str
    words: str
    column: PlanColumn | None = None
    owner: Person | None = None


@dataclass(frozen=True)
class ColumnSpec:
    """A heading of the programme, with the codes of what it keeps there."""

    code: str
    title: str
    title_en: str
    kinds: list[str]
    rotas: list[str]
    registers: list[str] = field(default_factory=list)
    pledges: list[str] = field(default_factory=list)


@transaction.atomic
def add(said: LineSaid, *, by: Person, at: datetime) -> PlanLine:
    line = PlanLine(made_by=by.pk, made_at=at)
    before = Before(line, *SAID)
    _say(line, said)
    line.save()
    record("termplan.added", by=by, at=at, subject=line, changes=before.changes(line))
    return line


@transaction.atomic
def change(line: PlanLine, said: LineSaid, *, by: Person, at: datetime) -> PlanLine:
    """Raises LineIsOut."""
    row = _locked(line.pk)
    if row.removed_at is not None:
        raise LineIsOut
    before = Before(row, *SAID)
    _say(row, said)
    if changes := before.changes(row):
        row.save(update_fields=[*SAID])
        record("termplan.changed", by=by, at=at, subject=row, changes=changes)
    return row


def _say(line: PlanLine, said: LineSaid) -> None:
    line.week, line.column, line.words, line.owner = said.week, said.column, said.words, said.owner


def remove(line: PlanLine, *, by: Person, at: datetime) -> None:
    """Out of the plan, and not out of the trail. What is out already stays out."""
    _set_removed(line, at, "termplan.removed", by=by, at=at)


def put_back(line: PlanLine, *, by: Person, at: datetime) -> None:
    _set_removed(line, None, "termplan.put_back", by=by, at=at)


@transaction.atomic
def _set_removed(line: PlanLine, removed_at: datetime | None, kind: str, *, by: Person, at: datetime) -> None:
    row = _locked(line.pk)
    if (row.removed_at is None) != (removed_at is None):
        row.removed_at = removed_at
        row.save(update_fields=["removed_at"])
        record(kind, by=by, at=at, subject=row, words=row.words)


def _locked(pk: UUID) -> PlanLine:
    return PlanLine.objects.select_for_update(of=("self",)).select_related("column", "owner").get(pk=pk)


@transaction.atomic
def establish(specs: Iterable[ColumnSpec], *, programme: str, at: datetime) -> None:
    """Bring the columns up to the programme; into what it has no more nothing new is written."""
    rows = [PlanColumn(position=position, programme=programme, **asdict(spec)) for position, spec in enumerate(specs, start=1)]
    PlanColumn.objects.bulk_create(rows, update_conflicts=True, unique_fields=["school", "code"], update_fields=OF_COLUMN)
    gone = PlanColumn.objects.filter(programme=programme, active_to__isnull=True).exclude(code__in=[row.code for row in rows])
    gone.update(active_to=localdate(at))
