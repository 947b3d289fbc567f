"""Note: what was made up of a session, a course elsewhere, what was known before; and take it back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.people.access import open_to
from navmark.foundation.ui.dates import cn_date
from navmark.foundation.ui.steps import press, step
from navmark.pillars.demonstration.theory_study import access, actions
from navmark.pillars.demonstration.theory_study.forms import BroughtForm, CourseForm, StudiedForm
from navmark.pillars.demonstration.theory_study.sessions import sessions_among
from navmark.pillars.demonstration.theory_study.views.seeing import asked
from navmark.pillars.demonstration.theory_study.year import StudyYear

MEMBERS = "theory_study:members"


def _done(count: int) -> str:
    return ngettext("Noted for %(n)s person.", "Noted for %(n)s people.", count) % {"n": count}


@open_to()
@require_http_methods(["GET", "POST"])
def make_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    """补学: who missed a session is ticked, the rest opens filled in."""
    viewer = request.viewer
    access.branches_for(viewer, *access.KEEPERS)
    session = sessions_among([pk]).get(pk)
    if session is None:
        raise Http404
    year = StudyYear(session.day.year, on=viewer.on, in_use_since=viewer.school.in_use_since)
    lines = [line for one in access.branches_for(viewer, *access.KEEPERS) for line in year.of_branch(one)]
    missed = [line.person for line in lines if any(one.pk == pk for one, _why, _made_up in line.missed)]
    first = {"what": _("made up: %(title)s") % {"title": session.title}, "hours": session.hours}
    form = StudiedForm(request.POST or None, people=missed, initial=first)
    return step(
        request, form, lambda: actions.make_up(session, form.chosen, form.studied, by=viewer.person, at=timezone.now()),
        title=_("Make up: %(title)s") % {"title": session.title}, back=reverse(MEMBERS), about=_("Hours of study"),
        part_of=cn_date(session.day), done=_done, button=_("Note the hours"),
        lead=_("Those who were not there. Only who has made it up is ticked; nobody else is noted anywhere."),
    )  # fmt: skip


@open_to()
@require_http_methods(["GET", "POST"])
def course(request: HttpRequest) -> HttpResponse:
    """集中培训 held by somebody else: one form for all who were there."""
    _branch, _year, lines = asked(request, *access.KEEPERS)
    form = CourseForm(request.POST or None, people=[line.person for line in lines])
    return step(
        request, form, lambda: actions.attend(form.chosen, form.studied, by=request.viewer.person, at=timezone.now()),
        title=_("A course elsewhere"), back=reverse(MEMBERS), about=_("Hours of study"), done=_done, button=_("Note the hours"),
        help=_("What the branch held itself counts from its roll and is not noted here."),
    )  # fmt: skip


@open_to()
@require_http_methods(["GET", "POST"])
def brought(request: HttpRequest) -> HttpResponse:
    """What stands on paper of the year in which the school began here."""
    viewer, (_branch, year, lines) = request.viewer, asked(request, *access.KEEPERS)
    on = max(year.first, min(viewer.school.in_use_since, year.last))
    known = {line.person.pk: line.before for line in lines if line.before}
    texts = [one.what for line in lines for one in line.noted if one.how == "before"]
    first = {"what": texts[0] if texts else _("register on paper")}
    form = BroughtForm(request.POST or None, people=[line.person for line in lines], known=known, initial=first)
    said = _("What each member already had in %(year)s before %(day)s; who joined later brings it along.")
    return step(
        request, form,
        lambda: actions.bring(form.hours, what=form.cleaned_data["what"], on=on, by=viewer.person, at=timezone.now()),
        title=_("Hours known before"), back=reverse(MEMBERS), about=_("Hours of study"), template="theory_study/brought.html",
        done=_("The hours are noted."), lead=said % {"year": year.year, "day": cn_date(on)},
    )  # fmt: skip


@open_to()
@require_POST
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = access.noted_for(request.viewer, pk)
    back = reverse("theory_study:person", args=[row.person_id])
    return press(
        request,
        lambda: actions.take_back(row, by=request.viewer.person, at=timezone.now()),
        back=back,
        done=_("The hours are taken back."),
    )
