"""The three states of a record, and who is told when one turns into another."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person


class RecordState(models.TextChoices):
    OPEN = "open", _("being written")
    SUBMITTED = "submitted", _("submitted")
    LOCKED = "locked", _("locked")


Turn = Callable[[Any, RecordState, Person, datetime], None]  # owner, its record's new state, by, at; may refuse
_turns: dict[str, list[Turn]] = {}


def when_turned(owner_kind: str, turn: Turn) -> None:
    """Call `turn` in the same transaction whenever a record of this kind of owner is submitted, opened again or locked."""
    known = _turns.setdefault(owner_kind, [])
    if turn not in known:
        known.append(turn)


def turn_all(owner_kind: str, owner: Any, state: RecordState, *, by: Person, at: datetime) -> None:
    for turn in _turns.get(owner_kind, ()):
        turn(owner, state, by, at)
