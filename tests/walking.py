"""Walks a page of data as people do: everything its papers ask is filled in, every step is taken by somebody who may."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.tests.posting import posted_by
from navmark.foundation.papers.types.rows import Rows
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Person, PostKind, Unit, UnitKind, UnitMembership
from navmark.foundation.people.models.post import HOME_OF_POST
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    a_viewer,
)
from navmark.foundation.registers import access
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.steps import Course, EntryStep


def a_whole_school() -> dict[str, Unit]:
    """A unit of each kind, with whoever heads and belongs to it; every office is held, and a committee of three besides."""
    branch = a_branch(members=6, probationary=0, committee=3, groups=1)
    units = {UnitKind.BRANCH: branch, UnitKind.PARTY_GROUP: Unit.objects.get(kind=UnitKind.PARTY_GROUP)}
    units |= {UnitKind.CLASS: a_class(), UnitKind.GRADE: a_unit(UnitKind.GRADE, number=1)}
    units |= {kind: a_unit(kind, str(kind.label)) for kind in UnitKind if kind not in units}
    for kind in PostKind:
        if HOME_OF_POST.get(kind) not in (UnitKind.BRANCH, UnitKind.PARTY_GROUP):
            home = HOME_OF_POST.get(kind)
            a_post(a_staff_member(), kind, unit=units[home] if home else None)
    for kind in (UnitKind.SUBJECT_GROUP, UnitKind.DEPARTMENT, UnitKind.STUDIO, UnitKind.CLUB):
        UnitMembership.objects.create(person=a_staff_member(), unit=units[kind])
    for _time in range(2):
        a_pupil(units[UnitKind.CLASS])
    return {str(kind): unit for kind, unit in units.items()}


def filled(fields: Sequence[PaperField], known: Known) -> Values:
    """An answer of each type, as `posted` types it."""
    return {one.key: value for one in fields if (value := _answer(one, known)) is not None}


def _answer(one: Any, known: Known) -> Any:
    if isinstance(one, Rows):
        return (filled(one.columns, known),)
    plain = {"line": "一行字", "paragraph": "一段话。", "date": known.on, "yes_no": True, "money": 100}
    plain |= {"time": timezone.localtime().time().replace(second=0, microsecond=0)}
    if one.type in ("number", "minutes", "score"):
        return max(Decimal(1), one.least or Decimal(0))
    if one.type in ("choice", "choices"):
        return one.choices[0][0] if one.type == "choice" else (one.choices[0][0],)
    if one.type in ("person", "people", "unit", "units", "class"):
        first = next(iter(known.people_of(one.of) if one.type in ("person", "people") else known.units_of(one.of)), None)
        return (first,) if first and one.type in ("people", "units") else first
    return plain.get(one.type)


def posted(description: Description, values: Values, known: Known, *, prefix: str = "", revision: int | None = None) -> dict:
    """What a browser posts of this paper once these answers are typed."""
    more = {"prefix": prefix} if prefix else {}
    return posted_by(PaperForm(None, description=description, values=values, known=known, revision=revision, **more))


def somebody_in(circles: Sequence[str], unit: Unit) -> Person | None:
    return people_in(circles, unit, on=timezone.localdate()).order_by("id").first()


def who_takes(entry: Entry, step: EntryStep) -> Person | None:
    """Somebody whom its page offers this step."""
    offices = [code.partition(":")[2] or code for code in step.who]
    able = list(people_in([code for code in offices if code], entry.unit, on=entry.day).order_by("id"))
    hands = [*([entry.owner] if entry.owner else []), *(hand.person for hand in entry.hands.all())]
    author = Person.objects.filter(pk=entry.made_by)
    for person in (*hands, *author, *able):
        if step.key in {one.key for one in access.steps_open_to(a_viewer(person), entry)}:
            return person
    return None


def ways(course: Course) -> Iterator[list[EntryStep]]:
    """Until every step was taken once: each way leads from the first state over steps that were not yet taken."""
    ahead = {one.key for one in course.steps}
    while ahead:
        state, way = course.first.key, []
        while (lead := _towards(course, state, ahead)) is not None:
            way += lead
            state = lead[-1].to
            ahead -= {one.key for one in lead}
        yield way
        if not way:
            return


def _towards(course: Course, state: str, ahead: set[str]) -> list[EntryStep] | None:
    """The shortest way from this state to one of the steps ahead, that step included."""
    found: list[list[EntryStep]] = [[]]
    seen = {state}
    for way in found:
        for one in course.steps_from(way[-1].to if way else state):
            if one.key in ahead:
                return [*way, one]
            if one.to not in seen:
                seen.add(one.to)
                found.append([*way, one])
    return None


def address(name: str, *args: Any) -> str:
    return reverse(name, args=args)
