"""The sheets of lectures, themed days and talks: saved while they are typed, like the record."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.views import tell_removed
from navmark.foundation.attachments.models import FileKind
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.views.pages import people_of
from navmark.foundation.proceedings.views.writing import save_text
from navmark.foundation.ui.numbers import number_in
from navmark.foundation.ui.refusals import Refusal
from navmark.pillars.demonstration.branch_life import access, actions, kinds
from navmark.pillars.demonstration.branch_life.attached import count_by_kind
from navmark.pillars.demonstration.branch_life.facts.notes import standings_of
from navmark.pillars.demonstration.branch_life.forms.notes import (
    LectureForm,
    LifeMeetingForm,
    ReviewForm,
    SegmentFormSet,
    TalkForm,
    ThemeDayForm,
)
from navmark.pillars.demonstration.branch_life.models import (
    Grade,
    LectureNote,
    LifeMeetingNote,
    ReviewNote,
    Standing,
    Talk,
    ThemeDayNote,
)
from navmark.pillars.demonstration.branch_life.planning import FIXED_SEGMENTS

MODELS: dict[str, Any] = {
    kinds.LECTURE: LectureNote,
    kinds.THEME_DAY: ThemeDayNote,
    kinds.LIFE_MEETING: LifeMeetingNote,
    kinds.REVIEW: ReviewNote,
    kinds.TALK: Talk,
}
PLAIN_FORMS: dict[str, Any] = {
    kinds.THEME_DAY: ThemeDayForm,
    kinds.LIFE_MEETING: LifeMeetingForm,
    kinds.REVIEW: ReviewForm,
}


@dataclass(frozen=True)
class NoteBox:
    """A part's own sheet on the meeting's page."""

    form: forms.BaseForm
    revision: int
    url: str
    rows: list[Any]  # (label, value) pairs, for those who only read
    segments: list[Any]
    segments_url: str
    script: bool | None = None  # 附讲稿: whether one is attached; None where none belongs to it
    is_review: bool = False
    ballots: ReviewNote | None = None  # of a review, once they are counted
    standings: tuple[Standing, ...] = ()  # for those who keep the record; the template shows them to nobody else
    marks = Grade.labels


def note_box(part: Part, people: list[Person]) -> NoteBox | None:
    """What this part's sheet asks beyond the agenda; None for kinds that ask nothing more."""
    model = MODELS.get(part.kind)
    if model is None:
        return None
    row = model.objects.filter(part=part).first() or model(part=part, revision=0)
    form = _form(part.kind, row, people)
    return NoteBox(
        form=form,
        revision=row.revision if row.pk and not row._state.adding else 0,
        url=reverse("branch_life:note", args=[part.pk]),
        rows=[(field.label, _shown(row, field.name)) for field in form],
        script=bool(count_by_kind(part.activity)[FileKind.SCRIPT]) if part.kind == kinds.LECTURE else None,
        segments=list(part.segments.select_related("leader")) if part.kind == kinds.THEME_DAY else [],
        segments_url=reverse("branch_life:segments", args=[part.pk]) if part.kind == kinds.THEME_DAY else "",
        **(_review(part, row, people) if part.kind == kinds.REVIEW else {}),
    )


def _review(part: Part, row: ReviewNote, people: list[Person]) -> dict[str, Any]:
    if row.issued is None:
        return {"is_review": True}
    return {"is_review": True, "ballots": row, "standings": tuple(standings_of(part, people))}


def _shown(row: Any, name: str) -> Any:
    display = getattr(row, f"get_{name}_display", None)
    return display() if display else getattr(row, name)


def _form(kind: str, row: Any, people: list[Person], data: Any = None) -> Any:
    if kind == kinds.LECTURE:
        return LectureForm(data, instance=row, people=people)
    if kind in PLAIN_FORMS:
        return PLAIN_FORMS[kind](data, instance=row)
    return TalkForm(data, initial={name: getattr(row, name) for name in ("kind", "content", "opinions", "measures")})


@open_to()
@require_POST
def note(request: HttpRequest, part: UUID) -> HttpResponse:
    """Save the sheet of one part; answers an autosave with the new revision."""
    found = Part.objects.filter(pk=part, kind__in=MODELS).first()
    if found is None:
        raise Http404
    row = access.part_to_write(request.viewer, part, found.kind)
    model = MODELS[row.kind]
    form = _form(row.kind, model(part=row), people_of(row.activity), request.POST)
    revision = number_in(request.POST.get("revision", "0"))
    by, at = request.viewer.person, timezone.now()

    def save() -> int:
        return actions.write_note(model, row, form.cleaned_data, revision=revision or 0, by=by, at=at).revision

    whole = revision is not None
    return save_text(request, form, save, row.activity, title=str(row), anchor=f"part-{row.pk}", is_whole=whole)


@open_to()
@require_http_methods(["GET", "POST"])
def segments(request: HttpRequest, part: UUID) -> HttpResponse:
    """The segments of a themed day: 誓词, 学习, 微党课 …, who leads each, on what."""
    row = access.part_to_write(request.viewer, part, kinds.THEME_DAY)
    initial = [
        {"name": one.name, "topic": one.topic, "leader": one.leader_id, "optional": one.optional} for one in row.segments.all()
    ] or [{"name": name} for name in FIXED_SEGMENTS]
    formset = SegmentFormSet(request.POST or None, initial=initial, form_kwargs={"people": people_of(row.activity)})
    if request.method == "POST" and formset.is_valid():
        try:
            said = [form.cleaned_data for form in formset]
            gone = actions.set_segments(row, said, by=request.viewer.person, at=timezone.now())
            if gone:
                tell_removed(request, gone)
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect(f"{reverse('branch_life:meeting', args=[row.activity_id])}#part-{row.pk}")
    context = {"formset": formset, "part": row, "activity": row.activity}
    return render(request, "branch_life/segments.html", context, status=422 if formset.is_bound else 200)
