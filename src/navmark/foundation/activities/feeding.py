"""What rooms above lay beside a person's activities in the calendar feed; whoever tells it loads no calendar."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from navmark.foundation.people.models import Person


@dataclass(frozen=True)
class WholeDays:
    """What stands in a calendar without an hour."""

    key: UUID
    summary: str
    first: date
    last: date
    changed_at: datetime


Feeds = Callable[[Person, date, date], Iterable[WholeDays]]
feeds: list[Feeds] = []


def fed(one: Feeds) -> Feeds:
    """Ask it, too, of a person and a span of days."""
    feeds.append(one)
    return one
