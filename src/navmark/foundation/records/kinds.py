"""Whose records these are. A room whose rows have records says here how its doors are asked: this one knows none of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class RecordKind:
    """A kind of row that has a record; `code` is its model's label, as in the trail."""

    code: str
    owner: Callable[[UUID], Any]
    seen_by: Callable[[Viewer, UUID], Any]  # the owner; raises Http404
    kept_by: Callable[[Viewer, UUID], Any]  # the owner, for whoever may write; raises Http404 or PermissionDenied
    is_overseen_by: Callable[[Viewer, Any], bool]  # whether hers is the second signature, if the first is not hers
    overseers: Callable[[Any, date], list[Person]]  # the same by name: everybody for whom it says yes on that day
    writers: Callable[[Any], tuple[Person | None, ...]]  # who answers for it by name, the recorder first
    page: Callable[[Any], str]  # where it is shown, with #self-check and #amendments
    locked_page: Callable[[Any], str]  # where to go on from once it is locked
    snapshot: Callable[[Any], dict[str, Any]]  # what is printed of it from the lock on


_kinds: dict[str, RecordKind] = {}


def register(kind: RecordKind) -> None:
    if _kinds.setdefault(kind.code, kind) != kind:
        raise ValueError(f"two rooms keep records as {kind.code}")


def record_kind(code: str) -> RecordKind:
    """Raises LookupError for a kind that no room has registered."""
    return _kinds[code]
