"""任课表: as it stands, and a new one from a table: read, looked at, taken."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people import actions
from navmark.foundation.people.access import INSIDERS, MANAGERS, may_manage_people, open_to
from navmark.foundation.people.forms.teaching import TeachingForm
from navmark.foundation.people.teaching import changes_of, grid_of, read_teaching


@open_to(*INSIDERS)
@require_GET
def teaching(request: HttpRequest) -> HttpResponse:
    subjects, lines = grid_of(request.viewer.on)
    context = {"subjects": subjects, "lines": lines, "manages": may_manage_people(request.viewer)}
    return render(request, "people/teaching.html", context)


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def import_teaching(request: HttpRequest) -> HttpResponse:
    """The table comes back with its preview, so that what is taken is what was looked at."""
    viewer = request.viewer
    form = TeachingForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/teaching_import.html", {"form": form}, status=422 if form.errors else 200)
    read = read_teaching(form.table, on=viewer.on)
    if read.ready and "commit" in request.POST:
        begun, ended = actions.set_teaching(
            read.wanted, from_day=form.cleaned_data["from_day"], by=viewer.person, at=timezone.now()
        )
        messages.success(request, _("Recorded: %(begun)s begin, %(ended)s end.") % {"begun": begun, "ended": ended})
        return redirect("people:teaching")
    context = {
        "form": form,
        "again": form.again(),
        "problems": read.problems,
        "changes": changes_of(read, on=viewer.on) if read.ready else [],
        "ready": read.ready,
        "count": len(read.wanted),
    }
    return render(request, "people/teaching_import.html", context, status=422 if read.problems else 200)
