"""The page from which the text for the group is copied."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.texts import text_for, who_comes
from navmark.foundation.people.access import open_to


def group_box(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The slots of activities/texts.html, which a mechanism extends by texts of its own."""
    told = text_for(activity, moved="moved" in request.GET)
    return {"activity": activity, "page": page_of(activity), "group_text": told, "who": who_comes(activity)}


@open_to()
@require_GET
def texts(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Once it is held there is nothing left to say to the group."""
    activity = access.activity_for(request.viewer, pk)
    box = group_box(request, activity)
    return render(request, "activities/texts.html", box) if box["group_text"] else redirect(box["page"])
