"""Notices with what they ask for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from navmark.foundation.links.models import Tie
from navmark.foundation.papers.queries import answers_of, answers_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers.access import visible_to
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry
from navmark.pillars.demonstration.superior_notices.access import ASKS, NOTICES, register_of
from navmark.pillars.demonstration.superior_notices.reading import ReadNotice, read

LATEST = 20  # notices that the first page shows; the register has them all


@dataclass(frozen=True)
class OpenAsk:
    entry: Entry
    due: date | None
    said: str


def understood(notice: Entry) -> ReadNotice:
    """Its text read again, as it stands now."""
    answers = answers_of(notice)
    return read((answers.values.get("text") if answers else None) or "", received=notice.day)


def asked_by(viewer: Viewer, notices: Iterable[Entry]) -> dict[UUID, list[OpenAsk]]:
    """Notice -> what it asks for, as far as this viewer may see it, whose day comes first before. Four queries."""
    ties = dict(Tie.objects.filter(kind=ENTRY, to_thing__in=[one.pk for one in notices]).values_list("thing", "to_thing"))
    asks = visible_to(viewer, register_of(ASKS)).filter(pk__in=ties)
    found: dict[UUID, list[OpenAsk]] = {}
    for one in _with_days(list(asks.select_related("edition", "owner"))):
        found.setdefault(ties[one.entry.pk], []).append(one)
    return found


def open_asks(viewer: Viewer) -> list[OpenAsk]:
    """All that is still to be handed in, whose day comes first before. Three queries."""
    rows = visible_to(viewer, register_of(ASKS)).filter(closed_at__isnull=True)
    return _with_days(list(rows.select_related("edition", "owner")))


def latest_notices(viewer: Viewer) -> list[Entry]:
    return list(visible_to(viewer, register_of(NOTICES)).select_related("edition")[:LATEST])


def _with_days(entries: list[Entry]) -> list[OpenAsk]:
    papers = answers_to(ENTRY, [entry.pk for entry in entries])
    values = {pk: paper.values for pk, paper in papers.items()}
    told = [OpenAsk(one, values.get(one.pk, {}).get("due"), values.get(one.pk, {}).get("asked") or "") for one in entries]
    return sorted(told, key=lambda one: (one.due is None, one.due or one.entry.day, one.entry.title))
