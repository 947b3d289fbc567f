"""The questions of a paper that files answer: where one may be hung up, and its name there."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from navmark.foundation.attachments.owners import FilePlace
from navmark.foundation.papers.actions import hang_up, take_down
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_to

Hang = Callable[..., None]


def places_on(answers: Answers | None, on: date) -> list[FilePlace]:
    """Of a paper that was begun, on the day that it is about."""
    asked = answers.edition.description.on(on) if answers else ()
    return [FilePlace(one.key, one.name) for one in asked if one.hangs and not one.is_sealed]


def hangs_on_paper(kind: str) -> Hang:
    """How an owner of files lets its paper name one, for `OwnerKind`; `kind` is that of the paper's source."""

    def hang(owner_id: UUID, key: str, file: UUID, *, there: bool, by: Any, at: datetime) -> None:
        answers = answers_to(kind, [owner_id]).get(owner_id)
        if answers is not None and key in answers.edition.description.by_key:
            (hang_up if there else take_down)(answers, key, file, by=by, at=at)

    return hang
