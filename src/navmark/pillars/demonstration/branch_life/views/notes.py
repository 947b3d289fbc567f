"""What a part asks beyond its agenda and its paper: the words of a talk, which save themselves, and the count of a review."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Part
from navmark.foundation.activities.occasions.pieces import Piece, shown_by
from navmark.foundation.activities.occasions.sight import Sight
from navmark.foundation.attachments.counted import count_by_kind
from navmark.foundation.attachments.models import FileKind
from navmark.foundation.people.access import open_to
from navmark.foundation.proceedings.views.writing import save_text
from navmark.foundation.ui.numbers import number_in
from navmark.pillars.demonstration.branch_life import access, actions, kinds
from navmark.pillars.demonstration.branch_life.facts.notes import standings_of
from navmark.pillars.demonstration.branch_life.forms.notes import TalkForm
from navmark.pillars.demonstration.branch_life.models import Grade, ReviewNote, Standing, Talk

WORDS = ("kind", "content", "opinions", "measures")


@dataclass(frozen=True)
class NoteBox:
    """What the section of a part shows beyond agenda and paper; open, it is written."""

    is_open: bool
    form: forms.BaseForm | None = None  # of a talk
    revision: int = 0
    url: str = ""
    rows: tuple[tuple[Any, Any], ...] = ()  # (label, value) pairs, for those who only read
    script: bool | None = None  # 附讲稿: whether one is attached; None where none belongs to it
    is_review: bool = False
    ballots: ReviewNote | None = None  # of a review, once they are counted
    standings: tuple[Standing, ...] = ()  # for those who keep the record; the template shows them to nobody else
    marks = Grade.labels


@shown_by
def notes_of(sight: Sight) -> dict[UUID, Piece]:
    """Nothing for kinds that ask no more."""
    asked = (kinds.TALK, kinds.LECTURE, kinds.REVIEW)
    boxes = ((part, _box(part, sight)) for part in sight.parts if part.kind in asked)
    return {part.pk: Piece("branch_life/note_piece.html", box) for part, box in boxes}


def _box(part: Part, sight: Sight) -> NoteBox:
    is_open = sight.opens(part.pk, is_due=True)
    if part.kind == kinds.TALK:
        return _talk(part, is_open)
    if part.kind == kinds.LECTURE:
        return NoteBox(is_open, script=bool(count_by_kind(ACTIVITY, part.activity_id)[FileKind.SCRIPT]))
    counted = ReviewNote.objects.filter(part=part, issued__isnull=False).select_related("overseer", "counter").first()
    order = sight.rolls.people
    return NoteBox(is_open, is_review=True, ballots=counted, standings=tuple(standings_of(part, order)) if counted else ())


def _talk(part: Part, is_open: bool) -> NoteBox:
    row = Talk.objects.filter(part=part).first() or Talk(part=part, revision=0)
    form = TalkForm(initial={name: getattr(row, name) for name in WORDS})
    told = {name: getattr(row, name) for name in WORDS} | {"kind": row.get_kind_display()}
    rows = tuple((field.label, told[field.name]) for field in form)
    return NoteBox(is_open, form=form, revision=row.revision, url=reverse("branch_life:note", args=[part.pk]), rows=rows)


@open_to()
@require_POST
def note(request: HttpRequest, part: UUID) -> HttpResponse:
    """Save the words of a talk; answers an autosave with the new revision."""
    row = access.part_to_write(request.viewer, part, kinds.TALK)
    form, revision = TalkForm(request.POST), number_in(request.POST.get("revision", "0"))
    by, at = request.viewer.person, timezone.now()

    def save() -> int:
        return actions.write_talk(row, form.cleaned_data, revision=revision or 0, by=by, at=at).revision

    whole = revision is not None
    return save_text(request, form, save, row.activity, title=str(row), anchor=f"part-{row.pk}", is_whole=whole)
