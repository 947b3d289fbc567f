"""Minutes are saved while they are typed. Each save names the revision it started from; a newer one is never overwritten."""

from datetime import datetime
from typing import Any

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.models import AgendaItem, Speech
from navmark.foundation.records.actions.opening import open_record
from navmark.foundation.ui.refusals import Stale


@transaction.atomic
def write_item(item: AgendaItem, *, revision: int, by: Person, at: datetime, **texts: Any) -> AgendaItem:
    """Save title, reporter or points of an item. Raises Stale when something else was saved since `revision`."""
    activity = item.part.activity
    open_record(activity)
    known = AgendaItem.fresh(item.pk)
    before = Before(known, *texts, about=known)
    if _save(known, revision, texts):
        record("proceedings.written", by=by, at=at, subject=activity, item=str(item.pk), changes=before.changes(known))
    return known


@transaction.atomic
def write_speech(
    item: AgendaItem, speaker: Person, *, text: str, by: Person, at: datetime, dissent: bool = False, revision: int = 0
) -> Speech | None:
    """Save what one person said to one item. Revision 0: not written before. Raises Stale when something else was saved since.

    Who takes back what was said leaves an empty row: its revision goes on, and nobody's older page can write over a newer text.
    """
    activity = item.part.activity
    open_record(activity)
    known = Speech.objects.filter(item=item, speaker=speaker).first()
    values = {"text": text, "dissent": dissent} if text.strip() else {"text": "", "dissent": False}
    if known is None and not values["text"]:
        return None
    row = known or Speech(item=item, speaker=speaker)
    before = Before(row, *values, about=row)
    if known is None:
        row.text, row.dissent = text, dissent
        row.save()
    elif not _save(known, revision, values):
        return known
    record("proceedings.written", by=by, at=at, subject=activity, item=str(item.pk), speech=True, changes=before.changes(row))
    return row


def _save(row: AgendaItem | Speech, revision: int, values: dict[str, Any]) -> bool:
    """Whether there was anything to save: what stands there already is nobody's change, from whatever revision it comes."""
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return False
    rows = type(row).objects.filter(pk=row.pk, revision=revision)
    if not rows.update(revision=revision + 1, **changed):
        raise Stale(type(row).fresh(row.pk))
    for name, value in {**changed, "revision": revision + 1}.items():
        setattr(row, name, value)
    return True
