"""What an entry is called and whose it is, asked as a paper like any other: names are typed, faults stand at their field."""

import re
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
ROOM = 30  # characters of a title that was not typed


def asked_of(one: Register, *, named_by: str = "") -> Description:
    """The questions of its head: title and day always, number, owner and hands as the register has them. Where an answer of the
    paper can name it, that one's label is `named_by`, and no title need be typed."""
    return Description(tuple(_fields(one, named_by)))


def _fields(one: Register, named_by: str) -> Iterator[PaperField]:
    if named_by:
        yield Line(key=TITLE, label=_("Title"), longest=LONGEST_TITLE, help=_("Empty: the beginning of “%s”.") % named_by)
    else:
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


def naming(description: Description) -> PaperField | None:
    """The question whose answer can name an entry: the first that must be answered in words."""
    return next((one for one in description.fields if one.type in ("line", "paragraph") and not one.is_sealed), None)


def begun(words: str) -> str:
    """The first sentence, as long as a list has room for."""
    first = re.split(r"[。；;\n]", words.strip(), maxsplit=1)[0]
    return first if len(first) <= ROOM else f"{first[:ROOM]}…"


def head_from(given: Values, unit: Unit, *, otherwise: str = "") -> tuple[EntryHead, Hands]:
    """Of the answers; called `otherwise` where no title was typed. Two queries at most."""
    roles = [role for role in HandRole.values if given.get(role)]
    named = {pk for role in roles for pk in given[role]} | ({given[OWNER]} if given.get(OWNER) else set())
    people = {str(pk): one for pk, one in Person.objects.in_bulk(named).items()} if named else {}
    number = given.get(NUMBER)
    head = EntryHead(
        unit, given.get(TITLE) or otherwise, given[DAY], people.get(given.get(OWNER) or ""), int(number) if number else None
    )
    return head, {role: [people[pk] for pk in given[role]] for role in roles}
