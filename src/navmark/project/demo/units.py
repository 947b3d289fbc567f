"""The units of the demo school beside branch and classes: who heads them, who belongs there, who teaches what where."""

from datetime import date, datetime

from navmark.foundation.people import actions as people
from navmark.foundation.people.models import Person, PostKind, Unit, UnitKind
from navmark.foundation.people.queries import classes_on, grades
from navmark.project.demo.tables import CLASSES, SUBJECTS, Someone

DEPARTMENTS = {"教导处": 2, "德育处": 3, "办公室": 4, "总务处": 7}  # name -> whose office it is, by place in the staff's table
FIRST_TEACHER = 14  # class teachers stand in the table from here on, class by class
STUDIO = 5  # belong to the one studio
NOT_TEACHING = (20, 22)  # in support elsewhere; retired


def set_up(staff: list[Someone], since: date, *, on: date, by: Person, at: datetime) -> None:
    on_record = {person.name: person for person in Person.objects.filter(name__in=[one.name for one in staff])}
    known = [on_record[one.name] for one in staff]

    def head(unit: Unit, kind: PostKind, number: int) -> None:
        people.appoint(known[number], kind=kind, unit=unit, from_day=since, by=by, at=at)

    for place, grade in enumerate(grades()):
        head(grade, PostKind.GRADE_HEAD, FIRST_TEACHER + CLASSES * place + 3)
    for name, number in DEPARTMENTS.items():
        department = people.create_unit(kind=UnitKind.DEPARTMENT, name=name, by=by, at=at, from_day=since)
        head(department, PostKind.DEPARTMENT_HEAD, number)
    for place, subject in enumerate(SUBJECTS[:3]):
        group = people.create_unit(kind=UnitKind.SUBJECT_GROUP, name=f"{subject}教研组", by=by, at=at, from_day=since)
        own = _teachers_of(place, known)
        for person in own:
            people.move(person, to=group, from_day=since, by=by, at=at)
        head(group, PostKind.SUBJECT_HEAD, known.index(own[0]))
    studio = people.create_unit(kind=UnitKind.STUDIO, name="语文名师工作室", by=by, at=at, from_day=since)
    for person in _teachers_of(0, known)[:STUDIO]:
        people.move(person, to=studio, from_day=since, by=by, at=at)
    head(studio, PostKind.STUDIO_HEAD, known.index(_teachers_of(0, known)[0]))
    _teach(known, since, on=on, by=by, at=at)


def _teachers_of(subject: int, known: list[Person]) -> list[Person]:
    return [person for number, person in enumerate(known) if number % len(SUBJECTS) == subject and number not in NOT_TEACHING]


def _teach(known: list[Person], since: date, *, on: date, by: Person, at: datetime) -> None:
    wanted = {}
    for place, unit in enumerate(classes_on(on)):
        for subject, name in enumerate(SUBJECTS):
            able = _teachers_of(subject, known)
            wanted[unit, name] = [able[place % len(able)]]
    people.set_teaching(wanted, from_day=since, by=by, at=at)
