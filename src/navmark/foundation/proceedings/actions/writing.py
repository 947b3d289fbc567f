"""Minutes are saved while they are typed. Each save names the revision it started from; a newer one is never overwritten."""

from datetime import datetime
from typing import Any

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.actions.opening import open_minutes
from navmark.foundation.proceedings.models import AgendaItem, Speech
from navmark.foundation.proceedings.refusals import Stale


@transaction.atomic
def write_item(item: AgendaItem, *, revision: int, by: Person, at: datetime, **texts: Any) -> AgendaItem:
    """Save title, reporter or points of an item. Raises Stale when it was saved since `revision`."""
    open_minutes(item.part.activity)
    changed = {name: value for name, value in texts.items() if getattr(item, name) != value}
    if not changed:
        return item
    _save(item, revision, changed)
    record("proceedings.written", by=by, at=at, subject=item.part.activity, item=str(item.pk))
    return AgendaItem.fresh(item.pk)


@transaction.atomic
def write_speech(
    item: AgendaItem, speaker: Person, *, text: str, by: Person, at: datetime, dissent: bool = False, revision: int = 0
) -> Speech | None:
    """Save what one person said to one item; an empty text takes the speech away. Revision 0: not written before.

    Raises Stale when it was saved since `revision`.
    """
    open_minutes(item.part.activity)
    known = Speech.objects.filter(item=item, speaker=speaker).first()
    record("proceedings.written", by=by, at=at, subject=item.part.activity, item=str(item.pk), speech=True)
    if known is None:
        return Speech.objects.create(item=item, speaker=speaker, text=text, dissent=dissent) if text.strip() else None
    if not text.strip() and revision == known.revision:
        known.delete()
        return None
    _save(known, revision, {"text": text, "dissent": dissent})
    return Speech.fresh(known.pk)


def _save(row: AgendaItem | Speech, revision: int, values: dict[str, Any]) -> None:
    rows = type(row).objects.filter(pk=row.pk, revision=revision)
    if not rows.update(revision=revision + 1, **values):
        raise Stale(type(row).fresh(row.pk))
