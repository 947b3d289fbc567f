"""What is left to prepare before an occasion begins, for whoever keeps it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.sight import Sight
from navmark.foundation.activities.texts import text_for, who_comes


@dataclass(frozen=True)
class Preparation:
    """`open`: what the plan leaves open; `notice`: the text for the group, if there is a group to tell; `who` is told."""

    open: tuple[str | Promise, ...]
    notice: str
    who: str


def preparation(sight: Sight) -> Preparation | None:
    """None for readers, once it has begun or anybody is marked as there, and where nothing is."""
    if not (sight.writes and sight.is_ahead):
        return None
    notice = text_for(sight.activity) if sight.texts() else ""
    left_open = tuple(_left_open(sight.activity))
    return Preparation(left_open, notice, who_comes(sight.activity)) if left_open or notice else None


def _left_open(activity: Activity) -> Iterator[str | Promise]:
    if not (activity.place or activity.is_private):  # two who talk need to name none
        yield _("place")
    if activity.host_id is None:
        yield _("host")
    if activity.recorder_id is None:
        yield _("recorder")
