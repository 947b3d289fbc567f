"""A table between the steps of an import: read, headings, preview, commit. Going back loses nothing; after a week it is gone."""

import json
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.http import Http404

from navmark.foundation.people.importing import doubts
from navmark.foundation.people.importing.committing import commit
from navmark.foundation.people.importing.intake import Intake, intake_of
from navmark.foundation.people.importing.matching import NEW
from navmark.foundation.people.importing.running import Run
from navmark.foundation.people.models import ImportAnswer, ImportDraft, Person
from navmark.foundation.tables.preview import Report
from navmark.foundation.tables.table import Table
from navmark.foundation.tenancy.models import School

KEPT_FOR = timedelta(days=7)
OVERRULED = "sheet"  # among the answers of a draft: its kind is as the clerk says, whatever it looks like


@transaction.atomic
def begin(kind: str, table: Table, *, school_year: int, by: Person, at: datetime) -> ImportDraft:
    """Keep a table that was just read. What expired meanwhile is swept."""
    ImportDraft.objects.filter(expires_at__lt=at).delete()
    return ImportDraft.objects.create(
        kind=kind,
        file_name=table.name[:200],
        content=json.dumps(table.as_json(), ensure_ascii=False),
        school_year=school_year,
        made_by=by,
        made_at=at,
        expires_at=at + KEPT_FOR,
    )


def draft_of(person: Person, pk: UUID) -> ImportDraft:
    """A draft this person began, or 404."""
    draft = ImportDraft.objects.filter(pk=pk, made_by=person).first()
    if draft is None:
        raise Http404
    return draft


def intake_in(draft: ImportDraft) -> Intake:
    table = Table.from_json(json.loads(draft.content))
    return intake_of(draft.kind, table, school_year=draft.school_year, chosen=draft.mapping)


def choose_headings(draft: ImportDraft, keys: dict[str, str]) -> None:
    draft.mapping = keys
    draft.save(update_fields=["mapping"])


def doubt_in(draft: ImportDraft, intake: Intake) -> doubts.TableDoubt | None:
    """Whether the table looks like something else, unless the clerk has said that it is not."""
    return None if OVERRULED in draft.answers else doubts.doubt_about(intake)


def overrule(draft: ImportDraft) -> None:
    draft.answers = draft.answers | {OVERRULED: draft.kind}
    draft.save(update_fields=["answers"])


def read_as(draft: ImportDraft, kind: str) -> None:
    """Take the same table for another kind; what was said of its headings and rows no longer holds."""
    draft.kind, draft.mapping, draft.answers = kind, {}, {}
    draft.save(update_fields=["kind", "mapping", "answers"])


def run_of(draft: ImportDraft, *, school: School, on: date) -> Run:
    return Run(intake_in(draft), school=school, on=on, answers=draft.answers, shows=True)


@transaction.atomic
def answer(draft: ImportDraft, run: Run, given: dict[int, str]) -> None:
    """Keep what the clerk said about rows of this run; who is meant is remembered at once, whatever becomes of the table."""
    marks = run.marks()
    told = {marks[number]: value for number, value in given.items() if number in marks}
    draft.answers = draft.answers | told
    draft.save(update_fields=["answers"])
    known = [
        ImportAnswer(kind=draft.kind, fingerprint=mark, person=run.register.persons[UUID(value)])
        for mark, value in told.items()
        if value != NEW
    ]
    unique, changed = ["school", "kind", "fingerprint"], ["person"]
    ImportAnswer.objects.bulk_create(known, update_conflicts=True, unique_fields=unique, update_fields=changed)


@transaction.atomic
def ask_again(draft: ImportDraft, run: Run) -> None:
    """Forget who the rows of this table are said to be about, so that a slip can be mended."""
    ImportAnswer.objects.filter(kind=draft.kind, fingerprint__in=run.answered).delete()
    draft.answers = {mark: value for mark, value in draft.answers.items() if mark not in run.answered}
    draft.save(update_fields=["answers"])


@transaction.atomic
def finish(draft: ImportDraft, *, shown: str, school: School, by: Person, at: datetime, on: date) -> Report:
    """Commit the draft and remove it. `shown` is the digest of the preview the clerk agreed to. Raises Refused."""
    intake = intake_in(draft)
    report = commit(intake, shown, school=school, by=by, at=at, on=on, answers=draft.answers)
    if OVERRULED in draft.answers:
        doubts.confirm(intake)
    draft.delete()
    return report
