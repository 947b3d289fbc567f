"""研学: what the rules say of a study tour before it sets out, and of its list."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, found

Pupil = TypeVar("Pupil")


@dataclass(frozen=True, kw_only=True)
class TourFacts:
    """A tour as plain values. `pupils` are those listed (each with a slip: `may_be_listed`), `teachers` those who go along;
    `drive` and `rest` in minutes, None: nobody said; `grade` None: several."""

    on: date
    grade: int | None
    pupils: int
    teachers: int
    ungrouped: int = 0
    is_assessed: bool = True
    is_insured: bool = True
    drive: int | None = None
    rest: int | None = None


def before_it_sets_out(tour: TourFacts) -> list[Finding]:
    """What is not in order."""
    return [*_safety(tour), *_told(tour), *_grade(tour), *_company(tour)]


def _safety(tour: TourFacts) -> Iterator[Finding]:
    if not tour.is_assessed:
        message = _("Its risks are not assessed yet: say what could happen and what is done about it, then go on.")
        yield found(rule("E30", on=tour.on), Outcome.PROBLEM, message)


def _told(tour: TourFacts) -> Iterator[Finding]:
    law = rule("E28", on=tour.on)
    if not tour.pupils:
        yield found(law, Outcome.PROBLEM, _("Nobody is on the list yet: record the slips class by class."))
    if not tour.is_insured:
        yield found(law, Outcome.PROBLEM, _("The pupils are not insured for it yet."))


def _grade(tour: TourFacts) -> Iterator[Finding]:
    law = rule("E27", on=tour.on)
    first, last = law.numbers["from_grade"], law.numbers["to_grade"]
    if tour.grade is not None and not first <= tour.grade <= last:
        message = _("Study tours are normally for grades {first} to {last}; this one is for grade {grade}.")
        yield found(law, Outcome.PROBLEM, message, first=first, last=last, grade=tour.grade)


def _company(tour: TourFacts) -> Iterator[Finding]:
    law = rule("E29", on=tour.on)
    least = -(-tour.pupils // law.numbers["pupils"])
    if tour.teachers < least:
        message = _("{teachers} teachers go along with {pupils} pupils; {least} would be one for every {each}.")
        numbers = {"teachers": tour.teachers, "pupils": tour.pupils, "least": least, "each": law.numbers["pupils"]}
        yield found(law, Outcome.PROBLEM, message, **numbers)
    if tour.ungrouped:
        message = _("{count} on the list stand in no group yet: nobody would count them.")
        yield found(law, Outcome.PROBLEM, message, count=tour.ungrouped)
    if (tour.drive or 0) > law.numbers["minutes"] and (tour.rest or 0) < law.numbers["rest"]:
        message = _("{drive} minutes of driving with a rest of {rest}: after two hours at least {least} minutes.")
        yield found(law, Outcome.PROBLEM, message, drive=tour.drive, rest=tour.rest or 0, least=law.numbers["rest"])


def may_be_listed(pupils: Collection[Pupil], *, signed: Collection[Pupil]) -> tuple[list[Pupil], list[Pupil]]:
    """(who may stand on the list, who may not: no slip of a guardian), each in the order given."""
    return [one for one in pupils if one in signed], [one for one in pupils if one not in signed]
