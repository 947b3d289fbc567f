"""A large school beside the demo: 48 classes with eight weekly cadences each, 20,000 duties, 5,000 occasions, every second class
without a teacher in charge. Made in bulk: what is measured is what it costs, not how it came about.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock

from django.utils.timezone import get_current_timezone, localdate

from navmark.foundation.activities.kinds import renew as renew_kinds
from navmark.foundation.activities.models import Activity, ActivityKind, ActivityState, Part
from navmark.foundation.activities.waiting import PART
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.cadence.cadences import establish
from navmark.foundation.cadence.models import Duty, Fulfilment, Swept
from navmark.foundation.cadence.renewing import renew
from navmark.foundation.cadence.specs import CadenceSpec, Subject
from navmark.foundation.people.actions import found_school
from navmark.foundation.people.models import Engagement, EngagementKind, Person, Post, PostKind, Unit, UnitKind
from navmark.foundation.programme.models import LoadedProgramme
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project.chores import keep_duties, keep_programme

GRADES, CLASSES, CADENCES, OCCASIONS, SERVED = 6, 8, 8, 5000, 4
ALIKE = "class_meeting"  # the kind of the programme that the others are like
AT_ONCE, AFTERNOON = 1000, clock(15)


@dataclass(frozen=True)
class Large:
    """`people` by their office; `first_sweep`: seconds in which the duties were made."""

    school: School
    people: dict[PostKind, Person]
    duties: int
    first_sweep: float


def set_up(at: datetime) -> Large:
    """In use since the beginning of the last school year."""
    on = localdate(at)
    founded = found_school(
        name="远望实验小学", branch_name="中共远望实验小学支部委员会", in_use_since=date(school_year_of(on) - 1, 9, 1), at=at,
        is_demo=True,
    )  # fmt: skip
    assert founded.branch is not None
    with within(founded.school):
        keep_programme(at)
        since = founded.school.in_use_since
        people = _people(_classes(on, since), founded.branch, since)
        _cadences(since)
        first_sweep = seconds(lambda: keep_duties(at))
        _hold(people[PostKind.SECRETARY], on, at)
        return Large(founded.school, people, Duty.objects.count(), first_sweep)


def seconds(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return round(time.perf_counter() - begun, 2)


def _classes(on: date, since: date) -> list[Unit]:
    years = range(school_year_of(on) - GRADES + 1, school_year_of(on) + 1)
    return Unit.objects.bulk_create(
        Unit(kind=UnitKind.CLASS, entry_year=year, number=number, from_day=since)
        for year in years
        for number in range(1, CLASSES + 1)
    )


def _people(classes: list[Unit], branch: Unit, since: date) -> dict[PostKind, Person]:
    """Every second class has a teacher in charge."""
    offices = [(PostKind.SECRETARY, branch), (PostKind.MORAL_HEAD, None)]
    offices += [(PostKind.CLASS_TEACHER, unit) for unit in classes[::2]]
    people = Person.objects.bulk_create(Person(name=f"测试{number}") for number in range(len(offices)))
    Engagement.objects.bulk_create(Engagement(person=one, kind=EngagementKind.STAFF, from_day=since) for one in people)
    Post.objects.bulk_create(
        Post(person=one, kind=kind, unit=unit, from_day=since) for one, (kind, unit) in zip(people, offices, strict=True)
    )
    return {kind: one for one, (kind, _unit) in zip(people, offices, strict=True)}


def _cadences(since: date) -> None:
    alike = ActivityKind.objects.get(code=ALIKE)
    columns = {"unit_kind": alike.unit_kind, "planners": alike.planners, "keepers": alike.keepers, "readers": alike.readers}
    codes = [f"bench-{number}" for number in range(CADENCES)]
    ActivityKind.objects.bulk_create(ActivityKind(code=code, title=f"每周一事{code[-1]}", **columns) for code in codes)
    renew_kinds()
    specs = (CadenceSpec(code, f"每周一事{code[-1]}", code, PeriodKind.WEEK, Subject.CLASS) for code in codes)
    establish(specs, active_from=since)


def _hold(by: Person, on: date, at: datetime) -> None:
    """What was due is done, by occasions that serve several cadences each; what is left of them is late."""
    duties = Duty.objects.filter(cadence__code__startswith="bench-", due_on__lt=on).select_related("cadence")
    rows = list(duties.order_by("due_on", "subject_id", "id")[: OCCASIONS * SERVED])
    occasions = [_occasion(row, by, at) for row in rows[::SERVED]]
    parts = [
        Part(activity=occasions[place // SERVED], position=1 + place % SERVED, kind=row.cadence.activity_kind)
        for place, row in enumerate(rows)
        if row.cadence
    ]
    Activity.objects.bulk_create(occasions, batch_size=AT_ONCE)
    Part.objects.bulk_create(parts, batch_size=AT_ONCE)
    Fulfilment.objects.bulk_create(
        (
            Fulfilment(duty=row, source_kind=PART, source_id=part.pk, done_on=row.opens_on, noted_by=by.pk, noted_at=at)
            for row, part in zip(rows, parts, strict=True)
        ),
        batch_size=AT_ONCE,
    )
    renew(Duty.objects.filter(pk__in=Fulfilment.objects.values("duty")))


def _occasion(row: Duty, by: Person, at: datetime) -> Activity:
    starts = datetime.combine(row.opens_on, AFTERNOON, tzinfo=get_current_timezone())
    return Activity(
        unit_id=row.subject_id, title=row.cadence.title if row.cadence else "", day=row.opens_on, starts_at=starts,
        state=ActivityState.HELD, made_by=by.pk, made_at=starts, completed_at=min(at, starts + timedelta(hours=2)), due_count=40,
        there_count=40,
    )  # fmt: skip


def quiet_schools(count: int, like: School, *, on: date) -> None:
    """So many more, in which nothing is to do: they have what that one has loaded, and were swept that day."""
    with within(like):
        loaded = LoadedProgramme.objects.get()
        swept = Swept.objects.get()
    for school in School.objects.bulk_create(
        School(name=f"分校{number}", in_use_since=on, is_demo=True) for number in range(count)
    ):
        with within(school):
            LoadedProgramme.objects.create(name=loaded.name, digest=loaded.digest, loaded_at=loaded.loaded_at)
            Swept.objects.create(on=on, entry_id=swept.entry_id)
