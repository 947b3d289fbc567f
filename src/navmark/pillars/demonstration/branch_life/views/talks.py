"""See: how many have not talked this year."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.year.views import asked_year, years_of
from navmark.foundation.people.access import open_to
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.talks import talks_for


@open_to("members", "clerk", "secretary")
@require_GET
def talks(request: HttpRequest) -> HttpResponse:
    """谈心谈话 of the year: one's own, how many are without one, and by name to the secretary alone."""
    asked = asked_year(request)
    found = talks_for(request.viewer, asked)
    context = {"talks": found, "answer": found.answer(asked), "year": asked, "years": years_of(request.viewer)}
    may_arrange = activities.may_plan(request.viewer, kind(kinds.TALK))
    return render(request, "branch_life/talks.html", context | {"may_arrange": may_arrange})
