"""A person's activities as a calendar feed (ICS), under a secret address; beside them what rooms above tell (`feeding.py`)."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime
from icalendar import Calendar, Event, Timezone

from navmark.foundation.activities import feeding
from navmark.foundation.activities.feeding import WholeDays
from navmark.foundation.activities.models import Activity, ActivityState, FeedKey
from navmark.foundation.people.models import Person

USUAL_LENGTH = timedelta(hours=1)
REACH = timedelta(days=365)
ONE_DAY = timedelta(days=1)


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


def calendar(person: Person, *, name: str, at: datetime) -> bytes:
    """The feed's bytes: what the person is expected at, a year back and a year ahead of `at`, so that it never grows.

    Cancelled activities are in it as cancelled, so that phones take them off. The time zone alone keeps an empty feed valid.
    """
    feed = Calendar()
    feed.add("prodid", "-//Navmark//Navmark//ZH")
    feed.add("version", "2.0")
    feed.add("x-wr-calname", name)
    feed.add_component(_time_zone(at - REACH, at + REACH))
    for activity in Activity.objects.filter(roll__person=person, starts_at__range=(at - REACH, at + REACH)).order_by("starts_at"):
        feed.add_component(_event(activity))
    for feeds in feeding.feeds:
        for one in feeds(person, (at - REACH).date(), (at + REACH).date()):
            feed.add_component(_whole_days(one))
    return feed.to_ical()


def _time_zone(first: datetime, last: datetime) -> Timezone:
    zone = Timezone.from_tzid(settings.TIME_ZONE, first_date=first.date(), last_date=last.date())
    zone.pop("comment", None)  # a remark of the library about these two days
    return zone


def _whole_days(one: WholeDays) -> Event:
    event = Event()
    event.add("uid", f"{one.key}@navmark")
    event.add("dtstamp", one.changed_at)
    event.add("last-modified", one.changed_at)
    event.add("summary", one.summary)
    event.add("dtstart", one.first)
    event.add("dtend", one.last + ONE_DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _event(activity: Activity) -> Event:
    changed_at = activity.changed_at or activity.made_at
    event = Event()
    event.add("uid", f"{activity.pk}@navmark")
    event.add("sequence", activity.revision)
    event.add("dtstamp", changed_at)
    event.add("last-modified", changed_at)
    event.add("summary", activity.title)
    if activity.tells_hour:
        event.add("dtstart", localtime(activity.starts_at))
        event.add("dtend", localtime(activity.ends_at or activity.starts_at + USUAL_LENGTH))
    else:
        event.add("dtstart", activity.day)
        event.add("dtend", activity.day + ONE_DAY)
    event.add("location", activity.place)
    event.add("status", "CANCELLED" if activity.state == ActivityState.CANCELLED else "CONFIRMED")
    return event
