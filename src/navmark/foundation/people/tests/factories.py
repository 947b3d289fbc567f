"""People for tests, by name and by the branchful. All of them stand in the active school: open its door first."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.test import Client
from django.utils.timezone import localdate

from navmark.foundation.people.models import (
    Account,
    Engagement,
    EngagementKind,
    PartyStatus,
    Person,
    Post,
    PostKind,
    SchoolAccount,
    Status,
    Unit,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.strokes import sort_key
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tenancy.models import School

PASSWORD = "启明2026pass"
OURS = "启明实验小学"
COMMITTEE = (
    PostKind.SECRETARY,
    PostKind.DEPUTY_SECRETARY,
    PostKind.ORGANISATION,
    PostKind.PUBLICITY,
    PostKind.DISCIPLINE,
    PostKind.YOUTH,
    PostKind.COMMITTEE_MEMBER,
)
_given = 0
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "雅文建思明慧佳国静晓"


def count_names_anew(given: int = 0) -> None:
    """Start every test with the same names: who comes first in a list must not hang on the tests run before."""
    global _given
    _given = given


def names_given() -> int:
    return _given


def _serial() -> int:
    count_names_anew(_given + 1)
    return _given


def our_school(*, since: date = date(2026, 9, 1)) -> School:
    return School.objects.create(name=OURS, in_use_since=since)


def a_name() -> str:
    """A name no other person of this test has."""
    number = _serial()
    rest, given = divmod(number, len(_GIVEN))
    return f"{_SURNAMES[number % len(_SURNAMES)]}{_GIVEN[given]}{chr(0x4E00 + rest)}"


def a_person(*, name: str | None = None, **fields: Any) -> Person:
    name = name or a_name()
    return Person.objects.create(name=name, sort_key=sort_key(name), **fields)


def a_staff_member(*, name: str | None = None, **fields: Any) -> Person:
    person = a_person(name=name, **fields)
    Engagement.objects.create(person=person, kind=EngagementKind.STAFF)
    return person


def a_post(person: Person, kind: str, *, unit: Unit | None = None, from_day: date | None = None) -> Post:
    return Post.objects.create(person=person, kind=kind, unit=unit, from_day=from_day)


def a_status(person: Person, branch: Unit, status: str = Status.FULL, *, from_day: date | None = None) -> PartyStatus:
    return PartyStatus.objects.create(person=person, branch=branch, status=status, from_day=from_day)


def a_member(branch: Unit, *, name: str | None = None, status: str = Status.FULL, group: Unit | None = None) -> Person:
    """A Party member on the staff; full unless said otherwise."""
    person = a_staff_member(name=name)
    a_status(person, branch, status)
    if group is not None:
        UnitMembership.objects.create(person=person, unit=group)
    return person


def a_group(branch: Unit, number: int) -> Unit:
    return Unit.objects.create(
        kind=UnitKind.PARTY_GROUP, name=f"第{'一二三四五六七八九十'[number - 1]}党小组", number=number, parent=branch
    )


def a_branch(
    *,
    members: int = 24,
    probationary: int = 2,
    committee: int = 5,
    groups: int = 4,
    name: str = "中共启明实验小学支部委员会",
    clerk: bool = True,
) -> Unit:
    """A branch: `members` full members, the first `committee` of them in office (书记 first), and probationary members besides;
    spread over `groups`, each led by its first full member outside the committee. The clerk is not a member.
    """
    branch = Unit.objects.create(kind=UnitKind.BRANCH, name=name)
    cells = [a_group(branch, number) for number in range(1, groups + 1)]
    full = _members(branch, cells, Status.FULL, members)
    _members(branch, cells, Status.PROBATIONARY, probationary)
    offices = [Post(person=person, kind=kind, unit=branch) for person, kind in zip(full, COMMITTEE[:committee], strict=False)]
    Post.objects.bulk_create(offices + _leading(cells, full[committee:], committee))
    if clerk:
        a_post(a_staff_member(), PostKind.CLERK, unit=branch)
    return branch


def _members(branch: Unit, cells: list[Unit], status: str, count: int) -> list[Person]:
    """On the staff, spread over the cells. A table is one statement: every second test has a branch."""
    named = [(name, sort_key(name)) for name in (a_name() for _place in range(count))]
    people = Person.objects.bulk_create([Person(name=name, sort_key=key) for name, key in named])
    Engagement.objects.bulk_create([Engagement(person=person, kind=EngagementKind.STAFF) for person in people])
    PartyStatus.objects.bulk_create([PartyStatus(person=person, branch=branch, status=status) for person in people])
    UnitMembership.objects.bulk_create(
        [UnitMembership(person=person, unit=cells[place % len(cells)]) for place, person in enumerate(people) if cells]
    )
    return people


def _leading(cells: list[Unit], ordinary: list[Person], committee: int) -> list[Post]:
    """Each cell is led by the first of its full members outside the committee, behind whom the others are dealt out."""
    first = {cell: (place - committee) % len(cells) for place, cell in enumerate(cells)}
    return [
        Post(person=ordinary[place], kind=PostKind.GROUP_LEADER, unit=cell)
        for cell, place in first.items()
        if place < len(ordinary)
    ]


def a_class(*, entry_year: int = 2026, number: int = 1) -> Unit:
    return Unit.objects.create(kind=UnitKind.CLASS, entry_year=entry_year, number=number, from_day=date(entry_year, 9, 1))


def a_unit(kind: str, name: str = "", **fields: Any) -> Unit:
    """A unit of the school: the school itself, a grade by its number, a subject group by its name."""
    return Unit.objects.create(kind=kind, name=name, **fields)


def a_pupil(klass: Unit, *, name: str | None = None, **fields: Any) -> Person:
    person = a_person(name=name, pupil_number=fields.pop("pupil_number", f"L{_serial():08d}"), **fields)
    Engagement.objects.create(person=person, kind=EngagementKind.PUPIL)
    UnitMembership.objects.create(person=person, unit=klass)
    return person


def an_account(person: Person, *, login: str | None = None, password: str = PASSWORD) -> Account:
    account = Account.objects.create_user(login or f"user{_serial()}", password)
    SchoolAccount.objects.create(account=account, person=person)
    return account


def an_administrator(*, name: str | None = None) -> Person:
    person = a_staff_member(name=name)
    a_post(person, PostKind.ADMINISTRATOR)
    return person


def a_viewer(person: Person, *, on: date | None = None) -> Viewer:
    """The person before the screen, without a session; makes the account if there is none."""
    seat = SchoolAccount.objects.filter(person=person).first()
    if seat is None:
        seat = SchoolAccount.objects.get(account=an_account(person))
    return Viewer(seat, on=on or localdate())


def signed_in(person: Person) -> Client:
    """A browser in which this person is logged in; no password is hashed."""
    seat = SchoolAccount.objects.filter(person=person).select_related("account").first()
    account = seat.account if seat else Account.objects.create(login=f"user{_serial()}", password="!")
    if seat is None:
        SchoolAccount.objects.create(account=account, person=person)
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    return client


def holder(kind: str, unit: Unit | None = None) -> Person:
    """Who holds this post now."""
    posts = Post.objects.filter(kind=kind, to_day__isnull=True)
    return (posts if unit is None else posts.filter(unit=unit)).select_related("person")[0].person


def names(people: Iterable[Person]) -> list[str]:
    return [person.name for person in people]
