"""Whoever was expected is told once of a move or a cancellation of what lies ahead."""

from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import NoticeKind
from navmark.foundation.people.models import Person
from navmark.foundation.ui.dates import cn_datetime


def is_told(activity: Activity, *, before: Activity, at: datetime) -> bool:
    """Whether this change of the plan concerns who is to come: another hour or another place of what lies ahead."""
    is_ahead = at < before.starts_at or at < activity.starts_at
    return is_ahead and (before.starts_at, before.place) != (activity.starts_at, activity.place)


def tell_of_move(activity: Activity, *, before: Activity, by: Person, at: datetime) -> None:
    """`before` is the activity as it was planned; what does not concern who comes is told to nobody."""
    if is_told(activity, before=before, at=at):
        with override(settings.LANGUAGE_CODE):
            facts = {"title": activity.title, "when": cn_datetime(activity.starts_at), "place": activity.place}
            words = _("Moved: %(title)s, now %(when)s, %(place)s") if activity.place else _("Moved: %(title)s, now %(when)s")
            _tell(activity, NoticeKind.MOVED, words % facts, by=by, at=at)


def tell_of_cancellation(activity: Activity, *, by: Person, at: datetime) -> None:
    if at < activity.starts_at:
        with override(settings.LANGUAGE_CODE):
            facts = {"title": activity.title, "when": cn_datetime(activity.starts_at)}
            _tell(activity, NoticeKind.CANCELLED, _("Cancelled: %(title)s, %(when)s") % facts, by=by, at=at)


def _tell(activity: Activity, kind: NoticeKind, title: str, *, by: Person, at: datetime) -> None:
    """Once a change, however often it is sent; not to who made it, nor to who is on leave."""
    people = activity.roll.exclude(person=by).exclude(presence=Presence.LEAVE).values_list("person", flat=True)
    first = activity.parts.first()
    page = reverse(kinds.kind(first.kind).page, args=[activity.pk]) if first else ""
    tell(list(people), kind=kind, title=title, url=page, subject=_matter(activity), at=at)


def _matter(activity: Activity) -> UUID:
    """Each change of the plan is a matter of its own."""
    return uuid5(activity.pk, f"{activity.revision}")
