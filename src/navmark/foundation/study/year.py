"""A calendar year of study, line by line: who was there, what was made up, what a course gave, and what is still open."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from django.db.models import Q

from navmark.foundation.activities.models import Attendance
from navmark.foundation.activities.models.attendance import THERE, Presence
from navmark.foundation.people.models import Exemption, Person
from navmark.foundation.statute.checks.study import YearOfStudy, hours_of_the_year
from navmark.foundation.statute.findings import Finding
from navmark.foundation.study.models import HowStudied, NotedStudy
from navmark.foundation.study.sessions import Session, sessions_of

NONE = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class StudyLine:
    """One person's year. `missed` has why each was missed, and whether it was made up; `is_whole`: all of the year is known;
    `is_asked`: the rules ask hours of this person."""

    person: Person
    there: tuple[Session, ...]
    missed: tuple[tuple[Session, str, bool], ...]
    noted: tuple[NotedStudy, ...]
    law: YearOfStudy
    is_whole: bool
    is_asked: bool

    @property
    def at_sessions(self) -> Decimal:
        return sum((one.hours or NONE for one in self.there), NONE)

    def noted_hours(self, how: HowStudied) -> Decimal:
        return sum((one.hours for one in self.noted if one.how == how), NONE)

    @property
    def made_up(self) -> Decimal:
        return self.noted_hours(HowStudied.MADE_UP)

    @property
    def at_courses(self) -> Decimal:
        return self.noted_hours(HowStudied.COURSE)

    @property
    def before(self) -> Decimal:
        return self.noted_hours(HowStudied.BEFORE)

    @property
    def findings(self) -> list[Finding]:
        """What the rules ask for and is still open: of whom they ask, and only where the whole year is known."""
        return hours_of_the_year(self.law) if self.is_whole and self.is_asked else []


class StudyYear:
    """Each answer is read when it is asked for, and once: the number of queries hangs on nobody's number."""

    def __init__(self, year: int, *, on: date, in_use_since: date) -> None:
        self.year, self.on = year, on
        self.first, self.last = date(year, 1, 1), min(on, date(year, 12, 31))
        self.is_known = in_use_since <= self.first

    @cached_property
    def _held(self) -> dict[UUID, Session]:
        return sessions_of(self.year)

    @cached_property
    def sessions(self) -> dict[UUID, Session]:
        """Those of which somebody has said how many hours they count."""
        return {pk: one for pk, one in self._held.items() if one.hours is not None}

    @property
    def without_hours(self) -> list[Session]:
        return [one for one in self._held.values() if one.hours is None]

    def lines(
        self, people: Iterable[Person], *, leads: Collection[UUID] = (), since: Collection[UUID] = (), are_asked: bool = False
    ) -> list[StudyLine]:
        """Of these, in their order. `leads`: of whom the rules ask more; `since`: who was here when the year began; `are_asked`:
        the rules ask hours of them. Four queries at most, and those of the sessions."""
        shown = list(people)
        rolls, noted = self._rolls(shown), self._noted(shown)
        exempt = set(Exemption.objects.on(self.last).filter(person__in=shown).values_list("person", flat=True))
        return [
            self._line(
                one, rolls[one.pk], noted[one.pk], is_asked=are_asked, leads=one.pk in leads, is_exempt=one.pk in exempt,
                since=one.pk in since,
            )
            for one in shown
        ]  # fmt: skip

    def _line(
        self, person: Person, roll: dict[UUID, Attendance], noted: list[NotedStudy], *, is_asked: bool, leads: bool,
        is_exempt: bool, since: bool,
    ) -> StudyLine:  # fmt: skip
        there = [one for pk, one in self.sessions.items() if pk in roll and roll[pk].presence in THERE]
        missed = [one for pk, one in self.sessions.items() if pk in roll and roll[pk].presence not in THERE]
        open_ones = {one.pk for one in missed}
        counted = [one for one in noted if one.missed_id is None or one.missed_id in open_ones]
        made_up = {one.missed_id for one in counted}
        hours = sum((one.hours or NONE for one in there), NONE) + sum((one.hours for one in counted), NONE)
        courses = sum(one.how == HowStudied.COURSE for one in counted)
        law = YearOfStudy(year=self.year, on=self.on, hours=hours, courses=courses, leads=leads, is_exempt=is_exempt)
        is_known = (self.is_known and since) or any(one.how == HowStudied.BEFORE for one in counted)
        return StudyLine(
            person=person, there=tuple(there), noted=tuple(counted), law=law, is_whole=is_known, is_asked=is_asked,
            missed=tuple((one, _why(roll[one.pk]), one.pk in made_up) for one in missed),
        )  # fmt: skip

    def _rolls(self, shown: Iterable[Person]) -> dict[UUID, dict[UUID, Attendance]]:
        """Person -> session -> the place on its roll of whoever was due or was there."""
        found: dict[UUID, dict[UUID, Attendance]] = defaultdict(dict)
        for row in Attendance.objects.filter(activity__in=self.sessions, person__in=list(shown)):
            if row.expected or row.is_there:
                found[row.person_id][row.activity_id] = row
        return found

    def _noted(self, shown: Iterable[Person]) -> dict[UUID, list[NotedStudy]]:
        found: dict[UUID, list[NotedStudy]] = defaultdict(list)
        of_it = Q(missed__isnull=True, on__year=self.year) | Q(
            missed__in=self.sessions
        )  # wherever the day fell on which it was made up
        for row in NotedStudy.objects.filter(of_it, person__in=list(shown)).select_related("missed"):
            found[row.person_id].append(row)
        return found


def _why(row: Attendance) -> str:
    return row.reason or str(Presence(row.presence).label)
