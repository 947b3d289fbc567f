"""What can be done about a duty, and what did it. This room knows no meeting and no record: the house answers for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise

from navmark.foundation.cadence.queries import Owed
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class Offer:
    """A duty's one button. `is_mine`: this viewer can act on it. `page`: where to read about it. `state` stands instead of the
    duty's own where something says more: its meeting was held and the record is open."""

    button: str = ""
    url: str = ""
    is_post: bool = False
    is_mine: bool = False
    note: str = ""
    page: str = ""
    state: str = ""
    state_label: str | Promise = ""
    meeting: UUID | None = None


Answerer = Callable[[Viewer, Sequence[Owed]], dict[UUID, Offer]]
_answerers: list[Answerer] = []


def answer_with(answerer: Answerer) -> None:
    _answerers[:] = [answerer]


def offers_for(viewer: Viewer, owed: Sequence[Owed]) -> dict[UUID, Offer]:
    """Duty -> what this viewer can do about it; a few queries, however many duties."""
    return {key: offer for answerer in _answerers for key, offer in answerer(viewer, owed).items()}
