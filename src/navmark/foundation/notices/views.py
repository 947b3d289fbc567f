"""One's own inbox."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from navmark.foundation.notices import actions, queries
from navmark.foundation.people.access import open_to

SHOWN = 50


@open_to()
@require_GET
def inbox(request: HttpRequest) -> HttpResponse:
    told = queries.with_duties(queries.inbox_of(request.viewer.person)[:SHOWN], viewer=request.viewer)
    return render(request, "notices/inbox.html", {"told": told})


@open_to()
@require_POST
def read(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open what a notice is about: its meeting, else its line on Today. It is read with that. Nobody opens another's notice."""
    notice = queries.inbox_of(request.viewer.person).filter(pk=pk).first()
    if notice is None:
        raise Http404
    actions.mark_read(notice, at=timezone.now())
    told = queries.with_duties([notice], viewer=request.viewer)[0]
    return redirect(told.page or f"{notice.url}#duty-{notice.subject_id}")


@open_to()
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    actions.mark_all_read(request.viewer.person, at=timezone.now())
    return redirect("notices:inbox")
