"""The turn of the school year. Promotion in September writes nothing, because a grade follows from the year of entry; what is
written, once a year, is that the sixth grade has left.
"""

from datetime import date, datetime

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Engagement, EngagementKind, Leaving, Post, Teaching, Unit, UnitKind, UnitMembership
from navmark.foundation.people.models.unit import GRADES
from navmark.foundation.people.policy import LeavingSchool


@transaction.atomic
def roll_over(on: date, *, at: datetime) -> int:
    """Graduate every class of the active school whose last day has passed by `on`; how many classes left.

    Closes the class, the places in it, its teacher's post, its lessons and the pupils' engagement on the school's day of leaving.
    A second call on the same day, or years later, writes nothing.
    """
    policy = LeavingSchool.on(on)
    staying = Unit.objects.filter(kind=UnitKind.CLASS, to_day__isnull=True, entry_year__lte=on.year - GRADES)
    entered = {year for year in staying.values_list("entry_year", flat=True) if year is not None}
    years = sorted({year for year in entered if policy.in_year(year + GRADES) < on})
    return sum(_graduate(year, policy.in_year(year + GRADES), at=at) for year in years)


def _graduate(entry_year: int, last_day: date, *, at: datetime) -> int:
    classes = Unit.objects.filter(kind=UnitKind.CLASS, entry_year=entry_year, to_day__isnull=True)
    ids = list(classes.values_list("pk", flat=True))
    places = UnitMembership.objects.filter(unit__in=ids, to_day__isnull=True).not_after(last_day)
    pupils = list(places.values_list("person", flat=True))
    enrolled = Engagement.objects.filter(person__in=pupils, kind=EngagementKind.PUPIL, to_day__isnull=True)
    enrolled.not_after(last_day).update(to_day=last_day, leaving=Leaving.GRADUATED)
    places.update(to_day=last_day)
    Post.objects.filter(unit__in=ids, to_day__isnull=True).not_after(last_day).update(to_day=last_day)
    Teaching.objects.filter(unit__in=ids, to_day__isnull=True).not_after(last_day).update(to_day=last_day)
    classes.update(to_day=last_day)
    record("people.graduated", by=None, at=at, entry_year=entry_year, classes=len(ids), pupils=len(pupils))
    return len(ids)
