"""Who may sign a record as the second person: named, so that nobody completes what then nobody may lock."""

from datetime import date
from functools import reduce
from operator import and_

from django.db.models import Q

from navmark.foundation.activities import kinds
from navmark.foundation.activities.circles import people_around
from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import in_reading_order
from navmark.foundation.proceedings.models import Minutes


def signers(activity: Activity, *, on: date) -> list[Person]:
    """Everybody who may lock the record, whoever completes it: who oversees every part by its kind, as `access.may_lock` says."""
    overseers = [kinds.kind(part.kind).overseers for part in activity.parts.all()]
    asked = reduce(and_, (people_around(activity, *codes, on=on) for codes in overseers), Q())
    return in_reading_order(Person.objects.filter(asked).distinct(), on)


def second_signers(activity: Activity, minutes: Minutes, *, first: Person, on: date) -> list[Person]:
    """Whom the record waits for, once `first` has completed it or whoever did."""
    by = minutes.submitted_by or first.pk
    return [one for one in signers(activity, on=on) if one.pk != by]


def who_leaves_a_second(activity: Activity, *, first: Person, on: date) -> list[Person]:
    """Where nobody could lock after `first`: those who keep the record and leave somebody to lock it."""
    may_lock = {one.pk for one in signers(activity, on=on)}
    keepers = [one for one in (activity.recorder, activity.host) if one is not None and one.pk != first.pk]
    return [one for one in keepers if may_lock - {one.pk}] if may_lock <= {first.pk} else []
