"""Before pupils stand there by name, and before what care they need opens: what for? Asked once a day, and logged."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.models import OpenedPart
from navmark.foundation.privacy.queries import openings_of, openings_today
from navmark.pillars.experience.tours import access
from navmark.pillars.experience.tours.models import CareNote, TourGroup, Traveller
from navmark.pillars.experience.tours.tour import Tour


def with_names(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that takes the tour, not the id, and shows names: the purpose is asked once a viewer, tour and day. No browser keeps
    the page."""

    @open_to()
    @wraps(view)
    def guarded(request: HttpRequest, pk: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        viewer: Viewer = request.viewer  # type: ignore[attr-defined]
        tour = access.tour_for(viewer, pk)
        if not openings_today(tour.entry, by=viewer.person, at=timezone.now()):
            return redirect("tours:purpose", pk)
        response = view(request, tour, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return guarded


def care_of(group: TourGroup, viewer: Viewer, *, at: datetime) -> list[CareNote] | None:
    """The notes on the children of this group; None before its leader has said today what for. Each child's is logged, also one
    that was noted after the purpose was said."""
    notes = notes_on(group)
    today = openings_today(group, by=viewer.person, at=at)
    if notes and not today:
        return None
    for note in notes:
        if not openings_of(note.pupil).filter(by=viewer.person.pk, part=OpenedPart.SEALED, at__gte=today[-1].at).exists():
            purpose, words = today[0].purpose, str(today[0].words)
            note_opening(note.pupil, part=OpenedPart.SEALED, purpose=purpose, words=words, by=viewer.person, at=at)
    return notes


def notes_on(group: TourGroup) -> list[CareNote]:
    going = Traveller.objects.filter(group=group, off_on__isnull=True).values("pupil")
    return list(CareNote.objects.filter(tour=group.tour_id, pupil__in=going).select_related("pupil"))


def has_notes(tour: Tour, group: TourGroup) -> bool:
    """Whether there are any: no more than that is told to whoever does not lead it."""
    going = {one.pupil_id for one in tour.travellers if one.group_id == group.pk}
    return CareNote.objects.filter(tour=tour.entry, pupil__in=going).exists()
