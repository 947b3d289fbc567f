"""Opens the school's door for a request and says who is looking.

`request.viewer` is a Viewer, or None for a stranger. An account with seats in several schools keeps the chosen school in
its session; the first seat is the default.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from navmark.foundation.people.models import SchoolAccount
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tenancy.scope import within

SESSION_SCHOOL = "school"
SAFE = ("GET", "HEAD")


def seat_for(request: HttpRequest) -> SchoolAccount | None:
    if not request.user.is_authenticated:
        return None
    seats = list(SchoolAccount.seats_of(request.user))
    chosen = request.session.get(SESSION_SCHOOL)
    return next((seat for seat in seats if str(seat.school_id) == chosen), seats[0] if seats else None)


class SchoolMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        seat = seat_for(request)
        request.viewer = Viewer(seat, on=localdate()) if seat else None  # type: ignore[attr-defined]
        if seat is None:
            return self.get_response(request)
        with within(seat.school, reads_only=request.method in SAFE):
            return self.get_response(request)
