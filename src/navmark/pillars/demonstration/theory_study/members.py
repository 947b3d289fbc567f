"""Whose year it is: the members of a branch on its last day, of whom the rules ask hours; of its committee they ask more."""

from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.study.year import StudyLine, StudyYear


def of_branch(year: StudyYear, branch: Unit, *, only: Person | None = None) -> list[StudyLine]:
    """By strokes; of its members `only` this one."""
    every = people.members_of([branch], year.last)
    leads = people.committee_on(branch, year.last).values_list("pk", flat=True)
    since = people.members_on(branch, year.first).values_list("pk", flat=True)
    return year.lines(every.filter(pk=only.pk) if only else every, leads=set(leads), since=set(since), are_asked=True)


def of_person(year: StudyYear, person: Person, branch: Unit | None) -> StudyLine:
    """`branch`: of which the person is a member on that day; of nobody else anything is asked."""
    return (of_branch(year, branch, only=person) if branch else year.lines([person]))[0]
