"""What somebody plans, before it is an activity."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from navmark.foundation.people.models import Person, Unit


@dataclass(frozen=True)
class PlannedPart:
    """Without a number it is given the next one of its kind, if the kind is numbered."""

    kind: str
    topic: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Plan:
    """What a plan says; `chosen` are the people of parts whose kind has no fixed audience."""

    unit: Unit
    title: str
    parts: Sequence[PlannedPart]
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    host: Person | None = None
    recorder: Person | None = None
    chosen: Sequence[Person] = ()
    tags: Sequence[str] = field(default=())

    def columns(self) -> dict[str, Any]:
        return {
            "unit": self.unit,
            "title": self.title,
            "day": localdate(self.starts_at),
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "place": self.place,
            "host": self.host,
            "recorder": self.recorder,
        }
