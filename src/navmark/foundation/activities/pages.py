"""Where an activity is shown."""

from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import reverse

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity


def page_of(activity: Activity) -> str:
    """The page that the kind of its first part declares."""
    first = next(iter(activity.parts.all()), None)
    return reverse(kinds.kind(first.kind).page, args=[activity.pk]) if first else resolve_url(settings.LOGIN_REDIRECT_URL)


def texts_of(activity: Activity, **query: str) -> str:
    """The page of its texts for the group; empty where there is none, or nobody who should read one."""
    first = next(iter(activity.parts.all()), None)
    page = kinds.kind(first.kind).texts if first and not activity.is_private else ""
    return reverse(page, args=[activity.pk], query=query) if page else ""
