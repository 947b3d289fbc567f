"""Setting up a school: the first rows, without which nobody could log in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.audit.actions import record
from navmark.foundation.people.accounts import invite, open_account
from navmark.foundation.people.actions.persons import add_person
from navmark.foundation.people.actions.posts import appoint
from navmark.foundation.people.actions.units import create_branch, create_school_units
from navmark.foundation.people.models import Person, PostKind, Unit
from navmark.foundation.people.refusals import AlreadyFounded
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within


@dataclass(frozen=True)
class Founded:
    """`code` is the administrator's invitation where no login was given, else empty."""

    school: School
    branch: Unit | None
    administrator: Person
    code: str


@dataclass(frozen=True)
class OfferedProgramme:
    """One of those by which a new school may work: its code, its title, and two lines on whom it suits, as the reader speaks."""

    code: str
    title: str
    summary: str


Follower = Callable[..., object]  # (*, at, programme)
_followers: list[Follower] = []
_offering: list[Callable[[], list[OfferedProgramme]]] = []


def when_founded(follower: Follower, *, offers: Callable[[], list[OfferedProgramme]] = list) -> None:
    """Call it inside each new school, in the same transaction: what it has from the first page on. `offers`: what may be named to
    it as `programme`, the usual one first."""
    if follower not in _followers:
        _followers.append(follower)
        _offering.append(offers)


def offered() -> list[OfferedProgramme]:
    """What the first page offers a new school."""
    return [one for offers in _offering for one in offers()]


@transaction.atomic
def found_school(
    *,
    name: str,
    branch_name: str = "",
    in_use_since: date,
    at: datetime,
    administrator_name: str = "",
    login: str = "",
    password: str = "",
    is_demo: bool = False,
    only: bool = False,
    programme: str = "",
) -> Founded:
    """Make the school, its branch if it has one already, and its first administrator, with an account or an invitation to one.

    `programme`: by which of those that ship it works; empty: the usual.
    `only`: raise AlreadyFounded when this data folder holds a school already. Raises LoginTaken.
    """
    if only and School.objects.exists():
        raise AlreadyFounded
    school = School.objects.create(name=name, in_use_since=in_use_since, is_demo=is_demo)
    with within(school):
        branch = _units(name, branch_name, at=at)
        person = _administrator(administrator_name, since=in_use_since, at=at)
        record("people.founded", by=person, at=at, subject=school, name=name)
        for follow in _followers:
            follow(at=at, programme=programme)
        return Founded(school, branch, person, _let_in(person, login, password, at=at))


def _units(name: str, branch_name: str, *, at: datetime) -> Unit | None:
    """The school itself with its grades; its branch, if it has one already."""
    create_school_units(name=name, by=None, at=at)
    return create_branch(name=branch_name, by=None, at=at) if branch_name else None


def _administrator(name: str, *, since: date, at: datetime) -> Person:
    person = add_person(name=name or _somebody(), by=None, at=at)
    appoint(person, kind=PostKind.ADMINISTRATOR, from_day=since, by=None, at=at)
    return person


def _let_in(person: Person, login: str, password: str, *, at: datetime) -> str:
    """With an account; else the code of an invitation to one."""
    if not login:
        return invite(person, by=None, at=at).code
    open_account(person, login=login, password=password, at=at)
    return ""


def _somebody() -> str:
    """The name of an administrator who gave none, in the school's language whatever that of the page."""
    with override(settings.LANGUAGE_CODE):
        return _("System administrator")
