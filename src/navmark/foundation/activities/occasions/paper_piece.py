"""The paper of a kind that has one, in the occasion's sheet: read, or filled in and saved by itself."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from navmark.foundation.activities.occasions.pieces import Piece, shown_by
from navmark.foundation.activities.occasions.sight import Sight
from navmark.foundation.papers.on_page import Shown, shown
from navmark.foundation.papers.saving import form_of


@dataclass(frozen=True)
class PaperPiece:
    form: Any  # while it stands open
    action: str
    shown: list[Shown]


@shown_by
def paper_pieces(sight: Sight) -> dict[UUID, Piece]:
    """A kind from data is alone in its gathering."""
    if not sight.kind.is_data:
        return {}
    part, (answers, known) = sight.parts[0], sight.written
    if answers is None:
        return {}
    is_open = sight.opens(part.pk, is_due=True)
    paper = PaperPiece(
        form=form_of(answers, known, sealed=sight.keeps) if is_open else None,
        action=reverse("activities:write", args=[sight.activity.pk]),
        shown=shown(answers.edition.description, answers.values, known, sealed=sight.keeps),
    )
    return {part.pk: Piece("activities/paper_piece.html", paper)}
