"""The activities room's tables."""

from navmark.foundation.activities.models.activity import Activity, ActivityState, ActivityTag, Part
from navmark.foundation.activities.models.attendance import Attendance, Guest, Method, Presence
from navmark.foundation.activities.models.feed import FeedKey
from navmark.foundation.activities.models.kind import ActivityKind
from navmark.foundation.activities.models.removed import Removed

__all__ = [
    "Activity",
    "ActivityKind",
    "ActivityState",
    "ActivityTag",
    "Attendance",
    "FeedKey",
    "Guest",
    "Method",
    "Part",
    "Presence",
    "Removed",
]
