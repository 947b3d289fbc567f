"""Who may sign a record as the second person: named, so that nobody completes what then nobody may lock."""

from datetime import date

from django.db.models import Q

from navmark.foundation.activities.kinds import Visibility
from navmark.foundation.activities.models import Activity
from navmark.foundation.people.circles import holders_around
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import in_reading_order
from navmark.foundation.proceedings.models import Minutes

OVERSEE = ("secretary", "head_of")  # of what stands around the unit that met, and of the unit itself
SIT = ("committee",)  # who sits with them locks what she keeps:
KEEP_ALL = ("deputy_secretary", "clerk")  # by office, else as its recorder, or because she planned it


def signers(activity: Activity, *, on: date) -> list[Person]:
    """Everybody who may lock the record, whoever completes it; the same as `access.may_lock` answers. Of a talk: the other."""
    unit = activity.unit
    if activity.visibility == Visibility.PARTICIPANTS:
        asked = Q(pk__in=activity.roll.values("person")) | holders_around(OVERSEE[:1], unit, on=on)
    else:
        keeps = Q(pk__in=[activity.recorder_id, activity.made_by]) | holders_around(KEEP_ALL, unit, on=on)
        asked = holders_around(OVERSEE, unit, on=on) | holders_around(SIT, unit, on=on) & keeps
    found = Person.objects.filter(asked | Q(pk=activity.host_id))
    return in_reading_order(found.distinct(), on)


def second_signers(activity: Activity, minutes: Minutes, *, first: Person, on: date) -> list[Person]:
    """Whom the record waits for, once `first` has completed it or whoever did."""
    by = minutes.submitted_by or first.pk
    return [one for one in signers(activity, on=on) if one.pk != by]


def who_leaves_a_second(activity: Activity, *, first: Person, on: date) -> list[Person]:
    """Where nobody could lock after `first`: those who keep the record and leave somebody to lock it."""
    may_lock = {one.pk for one in signers(activity, on=on)}
    keepers = [one for one in (activity.recorder, activity.host) if one is not None and one.pk != first.pk]
    return [one for one in keepers if may_lock - {one.pk}] if may_lock <= {first.pk} else []
