"""民主测评: what each full member received, entered once from the counted papers."""

from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.people.access import open_to
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.forms_of_votes import BallotsForm
from navmark.foundation.statute.findings import Impossible
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import press
from navmark.pillars.demonstration.branch_life import access, grading, kinds
from navmark.pillars.demonstration.branch_life.forms.notes import CommitteeForm, StandingForm
from navmark.pillars.demonstration.branch_life.models import ReviewNote

Rows = list[tuple[Person, StandingForm]]


@open_to()
@require_http_methods(["GET", "POST"])
def standings(request: HttpRequest, part: UUID) -> HttpResponse:
    row = access.part_to_write(request.viewer, part, kinds.REVIEW)
    roll = Rolls(row.activity).of(row)
    note = ReviewNote.objects.filter(part=row).first() or ReviewNote(part=row)
    there = [place.person for place in roll.places if place.row.is_there]
    form = BallotsForm(request.POST or None, names=Names(there, on=row.activity.day), initial=_papers(note, roll.apart_present))
    committee = CommitteeForm(request.POST or None, instance=note)
    known = {one.person_id: one for one in row.standings.all()}
    rows = [(one, StandingForm(request.POST or None, prefix=str(one.pk), initial=_counts(known.get(one.pk))))
            for one in grading.graded(roll)]  # fmt: skip
    every = [form, committee, *(one for _who, one in rows)]
    invalid = [one for one in every if not one.is_valid()]  # all are asked, so that every row says what is wrong
    if request.method == "POST" and not invalid and _counted(request, row, form, committee, rows):
        return redirect(f"{reverse('branch_life:meeting', args=[row.activity_id])}#part-{row.pk}")
    context = {"activity": row.activity, "part": row, "form": form, "committee": committee, "rows": rows,
               "refused": any(one.errors for one in every)}  # fmt: skip
    context["named"] = [*((person.name, one) for person, one in rows), (_("The committee"), committee)]
    return render(request, "branch_life/standings.html", context, status=422 if context["refused"] else 200)


@open_to()
@require_POST
def known(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = access.standing_to_acknowledge(request.viewer, pk)
    act = partial(grading.acknowledge, row, by=request.viewer.person, at=timezone.now())
    back = f"{reverse('branch_life:meeting', args=[row.part.activity_id])}#part-{row.part_id}"
    return press(request, act, back=back, done=_("Noted."))


def _papers(note: ReviewNote, there: int) -> dict[str, Any]:
    if note.issued is None:
        return {"issued": there, "collected": there}
    names = ("issued", "collected", "invalid")
    return {name: getattr(note, name) for name in names} | {"overseer": note.overseer_id, "counter": note.counter_id}


def _counts(known: Any) -> dict[str, Any]:
    return {name: getattr(known, name) or None for name in (*grading.COUNTS, "grade")} if known else {}


def _counted(request: HttpRequest, part: Part, form: BallotsForm, committee: CommitteeForm, rows: Rows) -> bool:
    values = {person: one.row() for person, one in rows}
    more = {name: form.cleaned_data[name] for name in ("overseer", "counter")} | {"committee": committee.cleaned_data}
    try:
        grading.count(part, form.ballots(), values, by=request.viewer.person, at=timezone.now(), **more)
    except Impossible as impossible:
        form.add_error(impossible.field if impossible.field in form.fields else None, str(impossible))
    except grading.TooMany as refusal:
        of = dict(rows)
        for person, words in refusal.rows.items():
            field = of[person] if person else committee
            field.add_error(next(iter(field.fields)), words)
        return False
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return not form.errors
