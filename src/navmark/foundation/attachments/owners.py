"""Whose files these are. A room whose rows may own files says here how its door is asked, so that this one knows none of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class FilePlace:
    """A question of the owner's paper that files answer."""

    key: str
    label: str


def no_places(owner: Any) -> list[FilePlace]:
    return []


def hangs_nowhere(owner_id: UUID, key: str, file: UUID, *, there: bool, by: Any, at: datetime) -> None:
    """Of an owner without a paper."""


@dataclass(frozen=True)
class OwnerKind:
    """A kind of row that files may hang on; `code` is its model's label, as in the trail."""

    code: str
    seen_by: Callable[[Viewer, UUID], Any]  # the owner; raises Http404
    kept_by: Callable[[Viewer, UUID], Any]  # the owner, for whoever may add and remove; raises Http404 or PermissionDenied
    closed_at: Callable[[UUID], datetime | None]  # since when nothing is taken away; holds the row until the transaction ends
    page: Callable[[Any], str]  # where the owner is shown, with its files under #attachments
    places: Callable[[Any], list[FilePlace]] = no_places
    hang: Callable[..., None] = hangs_nowhere  # name a file as an answer there, or no more


_kinds: dict[str, OwnerKind] = {}


def register(kind: OwnerKind) -> None:
    if _kinds.setdefault(kind.code, kind) != kind:
        raise ValueError(f"two rooms own files as {kind.code}")


def owner_kind(code: str) -> OwnerKind:
    """Raises LookupError for a kind that no room has registered."""
    return _kinds[code]
