"""An election becomes the committee: the result is read back to somebody who may appoint, and she confirms it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.access import may_manage_people, open_to
from navmark.foundation.people.actions.terms import usual_end
from navmark.foundation.people.models import COMMITTEE_POSTS, CommitteeTerm, Person, Post
from navmark.foundation.people.models.post import POST_ORDER
from navmark.foundation.people.queries import branch_of, term_elected
from navmark.foundation.people.steps import step
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.dates import cn_day
from navmark.foundation.ui.marks import colon
from navmark.pillars.demonstration.branch_life import access
from navmark.pillars.demonstration.branch_life.elected import Winner, is_between_elections, take_office, term_said, winners_of
from navmark.pillars.demonstration.branch_life.forms.elected import BETWEEN, NEW_TERM, ElectedForm


@dataclass(frozen=True)
class CommitteeStep:
    """The result of an election waits to become posts and a term, or has become them."""

    label: str
    is_done: bool


def committee_step(viewer: Viewer, activity: Activity) -> CommitteeStep | None:
    winners = winners_of(activity) if may_manage_people(viewer) else []
    if not winners:
        return None
    is_done = _committee(activity).filter(from_day=activity.day).exists()
    label = _("Enter who was elected between elections") if is_between_elections(winners) else _("Enter as the new committee")
    return CommitteeStep(_("Look at it or correct it") if is_done else label, is_done)


@open_to()
@require_http_methods(["GET", "POST"])
def elected(request: HttpRequest, pk: UUID) -> HttpResponse:
    activity, winners = access.election_to_register(request.viewer, pk)
    initial = _filled_in(activity, winners)
    form = ElectedForm(request.POST or None, winners=winners, elected_on=activity.day, initial=initial)
    return step(
        request,
        form,
        lambda: _enter(request, activity, form),
        title=_("Enter the committee that was elected"),
        lead=_lead(activity),
        button=_("Confirm and enter"),
        done=lambda changed: _("Recorded.") if changed else _("All of this is on record already; nothing was changed."),
        back=reverse("branch_life:meeting", args=[pk]),
        then=reverse("people:branch", args=[branch_of(activity.unit).pk]),
    )


def _filled_in(activity: Activity, winners: list[Winner]) -> dict[str, Any]:
    """From the meeting, and from what is on record of this election if it was entered before."""
    branch = branch_of(activity.unit)
    known = term_elected(branch, activity.day, meeting=activity.pk)
    latest = CommitteeTerm.objects.filter(branch=branch).first()
    counted_on = latest.number + 1 if latest and latest.number else None
    number = known.number if known else term_said(activity, winners) or counted_on
    begun = _committee(activity).filter(from_day=activity.day).exclude(basis="").first()
    said = _("elected on %(day)s at “%(title)s”") % {"day": cn_day(activity.day), "title": activity.title}
    return {
        "what": BETWEEN if is_between_elections(winners) else NEW_TERM,
        "number": number,
        "due_on": known.due_on if known else usual_end(activity.day),
        "basis": begun.basis if begun else said,
    }


def _committee(activity: Activity) -> Any:
    return Post.objects.filter(unit=branch_of(activity.unit), kind__in=COMMITTEE_POSTS)


def _lead(activity: Activity) -> str:
    """Whose posts a new committee ends."""
    outgoing = _committee(activity).on(activity.day).exclude(from_day=activity.day).select_related("person")
    in_order = sorted(outgoing, key=lambda post: POST_ORDER[post.kind])
    names = "、".join(f"{post.get_kind_display()} {post.person.name}" for post in in_order)
    day = _("Elected on %(day)s; the posts begin on that day. Somebody may hold two.") % {"day": cn_day(activity.day)}
    until_now = _("The committee until now")
    return f"{day} {until_now}{colon()}{names}" if names else day


def _enter(request: HttpRequest, activity: Activity, form: ElectedForm) -> bool:
    """Whether it changed anything."""
    by: Person = request.viewer.person
    given = {name: form.cleaned_data[name] for name in ("number", "due_on", "basis")}
    is_new_term = form.cleaned_data["what"] == NEW_TERM
    return bool(take_office(activity, form.posts(), is_new_term=is_new_term, by=by, at=timezone.now(), **given))
