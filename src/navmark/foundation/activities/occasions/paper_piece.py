"""The paper of a kind, and that of a part, in the occasion's sheet: read, or filled in and saved by itself."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from navmark.foundation.activities.occasions.pieces import Piece, shown_by
from navmark.foundation.activities.occasions.sight import Sight
from navmark.foundation.activities.part_papers import papers_of
from navmark.foundation.papers.on_page import Shown, shown
from navmark.foundation.papers.saving import form_of


@dataclass(frozen=True)
class PaperPiece:
    form: Any  # while it stands open
    action: str
    shown: list[Shown]  # before it begins what the plan answers alone


@shown_by
def paper_pieces(sight: Sight) -> dict[UUID, Piece]:
    """Each part may have a paper; that of a first part from data is the occasion's own."""
    papers = papers_of(sight.activity).items()
    return _own(sight) | {pk: _piece(sight, pk, paper.answers, paper.known, paper.url, paper.scope) for pk, paper in papers}


def _own(sight: Sight) -> dict[UUID, Piece]:
    if not sight.kind.is_data:
        return {}
    part, (answers, known) = sight.parts[0], sight.written
    if answers is None:
        return {}
    return {part.pk: _piece(sight, part.pk, answers, known, reverse("activities:write", args=[sight.activity.pk]))}


def _piece(sight: Sight, pk: UUID, answers: Any, known: Any, action: str, scope: str = "") -> Piece:
    is_open = sight.opens(pk, is_due=True)
    told = shown(answers.edition.description, answers.values, known, sealed=sight.keeps)
    paper = PaperPiece(
        form=form_of(answers, known, sealed=sight.keeps, scope=scope) if is_open else None,
        action=action,
        shown=[one for one in told if one.is_planned] if sight.is_ahead else told,
    )
    return Piece("activities/paper_piece.html", paper)
