"""See: who led what, who was there, what members propose. The year at a glance is in `year.py`."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.models import ActivityState, Part
from navmark.foundation.activities.queries import attendance_of_all
from navmark.foundation.activities.year.views import asked_year, years_of
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import queries as people
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.steps import press
from navmark.pillars.demonstration.branch_life import access, actions, kinds, overview
from navmark.pillars.demonstration.branch_life.forms.proposals import FORMS_OF_STUDY, AnswerForm, ProposalForm
from navmark.pillars.demonstration.branch_life.models import Proposal


def branch_members(viewer: Viewer) -> list[Person]:
    """The members of the branches in whose committee she is."""
    led = [branch for branch in access.branches_of(viewer) if viewer.is_in(branch, "committee")]
    return people.in_reading_order(people.members_of(led, viewer.on), viewer.on)


@open_to("members", "committee", "secretary")
@require_GET
def led(request: HttpRequest) -> HttpResponse:
    """Who led what: a member sees the own line, the committee all."""
    viewer = request.viewer
    committee = viewer.has("committee", "secretary")
    shown = branch_members(viewer) if committee else [viewer.person]
    asked = asked_year(request)
    context = {
        "rows": list(zip(overview.led_by(shown, asked), attendance_of_all(shown, asked), strict=True)),
        "year": asked,
        "years": years_of(viewer),
        "committee": committee,
    }
    return render(request, "branch_life/led.html", context)


@open_to("members", "clerk", "secretary")
@require_http_methods(["GET", "POST"])
def proposals(request: HttpRequest) -> HttpResponse:
    """主题征集: any member proposes; each proposal gets a meeting or an answer."""
    viewer = request.viewer
    own = access.branches_of(viewer)
    form = ProposalForm(request.POST or None, viewer=viewer, branches=own)
    if request.method == "POST" and own and form.is_valid():
        behalf = form.cleaned_data.pop("on_behalf_of", None)
        branch = form.cleaned_data.pop("unit", None) or own[0]
        actions.propose(branch, form.cleaned_data, by=viewer.person, at=timezone.now(), on_behalf_of=behalf)
        messages.success(request, _("Your proposal is with the committee."))
        return redirect("branch_life:proposals")
    answers = viewer.homes_in(*access.IN_OFFICE)
    rows = Proposal.objects.filter(Q(unit__in=viewer.branch_ids) | Q(proposed_by=viewer.person)).select_related(
        "proposed_by", "part__activity"
    )
    context = {
        "form": form,
        "forms_of_study": FORMS_OF_STUDY,
        "rows": _told(list(rows[:50])),
        "answers": answers,
        "planned": _planned_parts(viewer) if answers else [],
    }
    return render(request, "branch_life/proposals.html", context, status=422 if form.errors else 200)


def _told(rows: list[Proposal]) -> list[tuple[Proposal, str]]:
    """Each proposal with who made it, and who typed it for her."""
    typed = AuditEntry.objects.filter(kind="branch_life.proposed", subject_id__in=[row.pk for row in rows])
    who = {deed.entry.subject_id: deed.who for deed in deeds(typed)}
    return [(row, who.get(row.pk) or row.proposed_by.name) for row in rows]


def _planned_parts(viewer: Viewer) -> list[Part]:
    rows = Part.objects.filter(
        activity__in=activities.visible_to(viewer), kind__in=access.CODES - {kinds.TALK}, activity__state=ActivityState.PLANNED
    )
    return list(rows.select_related("activity").order_by("activity__starts_at"))


@open_to("secretary", "committee", "clerk")
@require_POST
def answer_proposal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a proposal up in a planned meeting, or answer it in a sentence."""
    proposal = access.proposal_to_answer(request.viewer, pk)
    by, at = request.viewer.person, timezone.now()
    part = next((one for one in _planned_parts(request.viewer) if str(one.pk) == request.POST.get("part")), None)
    form, back = AnswerForm(request.POST), reverse("branch_life:proposals")
    if part is not None:
        return press(request, lambda: actions.take_up(proposal, part, by=by, at=at), back=back)
    if form.is_valid():
        return press(request, lambda: actions.answer(proposal, form.cleaned_data["answer"], by=by, at=at), back=back)
    messages.error(request, _("Choose a planned meeting, or write an answer."))
    return redirect(back)
