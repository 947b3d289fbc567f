"""A sheet between the steps of an import: read, headings, preview, commit. Going back loses nothing; after a week it is gone."""

import json
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.http import Http404

from navmark.foundation.people.importing import doubts
from navmark.foundation.people.importing.running import Run, Sheet, commit, sheet_of
from navmark.foundation.people.models import ImportDraft, Person
from navmark.foundation.sheets.preview import Report
from navmark.foundation.sheets.table import Table
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


def sheet_in(draft: ImportDraft) -> Sheet:
    table = Table.from_json(json.loads(draft.content))
    return sheet_of(draft.kind, table, school_year=draft.school_year, chosen=draft.mapping)


def choose_headings(draft: ImportDraft, keys: dict[str, str]) -> None:
    draft.mapping = keys
    draft.save(update_fields=["mapping"])


def doubt_in(draft: ImportDraft, sheet: Sheet) -> doubts.Doubt | None:
    """Whether the sheet looks like something else, unless the clerk has said that it is not."""
    return None if OVERRULED in draft.answers else doubts.doubt_about(sheet)


def overrule(draft: ImportDraft) -> None:
    draft.answers = draft.answers | {OVERRULED: draft.kind}
    draft.save(update_fields=["answers"])


def read_as(draft: ImportDraft, kind: str) -> None:
    """Take the same table for another kind; what was said of its headings and rows no longer holds."""
    draft.kind, draft.mapping, draft.answers = kind, {}, {}
    draft.save(update_fields=["kind", "mapping", "answers"])


def run_of(draft: ImportDraft, *, school: School, on: date) -> Run:
    return Run(sheet_in(draft), school=school, on=on, answers=draft.answers)


def answer(draft: ImportDraft, run: Run, given: dict[int, str]) -> None:
    """Keep what the clerk said about rows of this run."""
    marks = run.marks()
    draft.answers = draft.answers | {marks[number]: value for number, value in given.items() if number in marks}
    draft.save(update_fields=["answers"])


@transaction.atomic
def finish(draft: ImportDraft, *, shown: str, school: School, by: Person, at: datetime, on: date) -> Report:
    """Commit the draft and remove it. `shown` is the digest of the preview the clerk agreed to. Raises Refused."""
    sheet = sheet_in(draft)
    report = commit(sheet, shown, school=school, by=by, at=at, on=on, answers=draft.answers)
    if OVERRULED in draft.answers:
        doubts.confirm(sheet)
    draft.delete()
    return report
