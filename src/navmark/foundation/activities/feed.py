"""A person's activities as a calendar feed (ICS), under a secret address."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from icalendar import Calendar, Event

from navmark.foundation.activities.models import Activity, ActivityState, FeedKey
from navmark.foundation.people.models import Person

USUAL_LENGTH = timedelta(hours=1)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def renew_key(person: Person, *, at: datetime) -> FeedKey:
    """Give the person a new secret address; the old one stops working."""
    token = secrets.token_urlsafe(24)
    FeedKey.objects.filter(person=person).delete()
    return FeedKey.objects.create(person=person, token=token, token_digest=_digest(token), made_at=at)


def key_for(person: Person, *, at: datetime) -> FeedKey:
    return FeedKey.objects.filter(person=person).first() or renew_key(person, at=at)


def key_by_token(token: str) -> FeedKey | None:
    """Whose address this is; asked before a school is known. It ends with the account: whoever left is expected nowhere."""
    rows = FeedKey._base_manager.filter(token_digest=_digest(token), person__accounts__isnull=False)
    return rows.select_related("person", "school").first()


def calendar(activities: Iterable[Activity], *, name: str) -> bytes:
    """The feed's bytes; cancelled activities are in it as cancelled, so that phones take them off."""
    feed = Calendar()
    feed.add("prodid", "-//Navmark//Navmark//ZH")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", name)
    for activity in activities:
        feed.add_component(_event(activity))
    return feed.to_ical()


def _event(activity: Activity) -> Event:
    event = Event()
    event.add("uid", f"{activity.pk}@navmark")
    event.add("summary", activity.title)
    event.add("dtstart", activity.starts_at)
    event.add("dtend", activity.ends_at or activity.starts_at + USUAL_LENGTH)
    event.add("dtstamp", activity.made_at)
    event.add("location", activity.place)
    event.add("status", "CANCELLED" if activity.state == ActivityState.CANCELLED else "CONFIRMED")
    return event
