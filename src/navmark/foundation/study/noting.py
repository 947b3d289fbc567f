"""Note: what was made up of a session, a course elsewhere, what was known before. Whoever calls has asked the door."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.study import actions
from navmark.foundation.study.forms import BroughtForm, CourseForm, StudiedForm
from navmark.foundation.study.models import HowStudied
from navmark.foundation.study.sessions import Session
from navmark.foundation.study.year import StudyLine, StudyYear
from navmark.foundation.ui.dates import cn_date
from navmark.foundation.ui.steps import step


def note_made_up(request: HttpRequest, session: Session, lines: Sequence[StudyLine], *, back: str) -> HttpResponse:
    """补学: who of these missed a session is ticked, the rest opens filled in."""
    missed = [line.person for line in lines if any(one.pk == session.pk for one, _why, _made_up in line.missed)]
    first = {"what": _("made up: %(title)s") % {"title": session.title}, "hours": session.hours}
    form = StudiedForm(request.POST or None, people=missed, initial=first)
    return step(
        request, form, lambda: actions.make_up(session, form.chosen, form.studied, **_by(request)),
        title=_("Make up: %(title)s") % {"title": session.title}, part_of=cn_date(session.day), **_page(back),
        lead=_("Those who were not there. Only who has made it up is ticked; nobody else is noted anywhere."),
    )  # fmt: skip


def note_course(request: HttpRequest, lines: Sequence[StudyLine], *, back: str) -> HttpResponse:
    """集中培训 held by somebody else: one form for all who were there."""
    form = CourseForm(request.POST or None, people=[line.person for line in lines])
    return step(
        request, form, lambda: actions.attend(form.chosen, form.studied, **_by(request)), title=_("A course elsewhere"),
        help=_("What was held here counts from its roll and is not noted."), **_page(back),
    )  # fmt: skip


def note_before(request: HttpRequest, year: StudyYear, lines: Sequence[StudyLine], *, back: str) -> HttpResponse:
    """What stands on paper of the year in which the school began here."""
    on = max(year.first, min(request.viewer.school.in_use_since, year.last))
    known = {line.person.pk: line.before for line in lines if line.before}
    texts = [one.what for line in lines for one in line.noted if one.how == HowStudied.BEFORE]
    first = {"what": texts[0] if texts else _("register on paper")}
    form = BroughtForm(request.POST or None, people=[line.person for line in lines], known=known, initial=first)
    said = _("What each already had in %(year)s before %(day)s; who joined later brings it along.")
    return step(
        request, form, lambda: actions.bring(form.hours, what=form.cleaned_data["what"], on=on, **_by(request)),
        title=_("Hours known before"), template="study/before.html", lead=said % {"year": year.year, "day": cn_date(on)},
        **_page(back),
    )  # fmt: skip


def _by(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.viewer.person, "at": timezone.now()}


def _page(back: str) -> dict[str, Any]:
    return {"back": back, "about": _("Hours of study"), "button": _("Note the hours"), "done": _done}


def _done(count: int) -> str:
    return ngettext("Noted for %(n)s person.", "Noted for %(n)s people.", count) % {"n": count}
