"""What an entry is called and whose it is, asked as a paper like any other: names are typed, faults stand at their field."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.types.days import Day
from navmark.foundation.papers.types.numbers import Number
from navmark.foundation.papers.types.people import OnePerson, SeveralPeople
from navmark.foundation.papers.types.text import Line
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers.actions import EntryHead, Hands
from navmark.foundation.registers.models import Entry, HandRole, Register

TITLE, DAY, NUMBER, OWNER = "title", "day", "number", "owner"
LONGEST_TITLE, LARGEST_NUMBER = 120, 9999


def asked_of(one: Register) -> Description:
    """The questions of its head: title and day always, number, owner and hands as the register has them."""
    return Description(tuple(_fields(one)))


def _fields(one: Register) -> Iterator[PaperField]:
    yield Line(key=TITLE, label=_("Title"), required=BEFORE, longest=LONGEST_TITLE)
    yield Day(key=DAY, label=_("Day"), required=BEFORE)
    if one.owned:
        yield OnePerson(key=OWNER, label=_("Owner"), of="staff", required=BEFORE)
    if one.numbered:
        yield Number(
            key=NUMBER,
            label=_("Number of the entry"),
            least=Decimal(1),
            most=Decimal(LARGEST_NUMBER),
            help=_("Empty: the next one."),
        )
    for role in one.roles:
        yield SeveralPeople(key=role, label=str(HandRole(role).label), of="staff")


def values_of(entry: Entry) -> Values:
    """How its head stands."""
    hands: dict[str, list[str]] = {}
    for hand in entry.hands.all():
        hands.setdefault(hand.role, []).append(str(hand.person_id))
    found: dict[str, Any] = {TITLE: entry.title, DAY: entry.day, OWNER: str(entry.owner_id) if entry.owner_id else None}
    return found | {NUMBER: entry.number} | {role: tuple(people) for role, people in hands.items()}


def at_first(by: Person, on: date) -> Values:
    return {DAY: on, OWNER: str(by.pk)}


def head_from(given: Values, unit: Unit) -> tuple[EntryHead, Hands]:
    """Of the answers. Two queries at most."""
    roles = [role for role in HandRole.values if given.get(role)]
    named = {pk for role in roles for pk in given[role]} | ({given[OWNER]} if given.get(OWNER) else set())
    people = {str(pk): one for pk, one in Person.objects.in_bulk(named).items()} if named else {}
    number = given.get(NUMBER)
    head = EntryHead(unit, given[TITLE], given[DAY], people.get(given.get(OWNER) or ""), int(number) if number else None)
    return head, {role: [people[pk] for pk in given[role]] for role in roles}
