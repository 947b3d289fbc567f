"""What an entry is called and whose it is, asked as a paper like any other: names are typed, faults stand at their field."""

import re
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.links import known
from navmark.foundation.links.linkable import Linked
from navmark.foundation.links.queries import tags_of
from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE, NEVER, PaperField
from navmark.foundation.papers.types.choices import Choices
from navmark.foundation.papers.types.days import Day
from navmark.foundation.papers.types.numbers import Number
from navmark.foundation.papers.types.people import OnePerson, SeveralPeople
from navmark.foundation.papers.types.text import Line
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers.actions import EntryHead, Hands
from navmark.foundation.registers.models import Entry, HandRole, Register

TITLE, DAY, NUMBER, OWNER, TAGS, OTHERS = "title", "day", "number", "owner", "tags", "others"
LONGEST_TITLE, LONGEST_OTHERS, LARGEST_NUMBER = 120, 200, 9999
ROOM = 30  # characters of a title that was not typed


def asked_of(one: Register, *, on: date, named_by: str = "", is_new: bool = False, carried: Collection[str] = ()) -> Description:
    """The questions of its head: title and day always, number, owner, hands and tags as the register has them. Where an answer
    of the paper can name it, that one's label is `named_by`, and no title need be typed; a new entry that is always named so
    is not asked for one. `carried`: the codes of the tags that it carries: one that is over is not lost by a correction."""
    return Description((*_called(one, named_by, is_new), *_whose(one), *serving(one, on, carried)))


def _called(one: Register, named_by: str, is_new: bool) -> Iterator[PaperField]:
    if is_new and one.title_from:
        pass
    elif named_by:
        yield Line(key=TITLE, label=_("Title"), longest=LONGEST_TITLE, help=_("Empty: the beginning of “%s”.") % named_by)
    else:
        yield Line(key=TITLE, label=_("Title"), required=BEFORE, longest=LONGEST_TITLE)
    yield Day(key=DAY, label=_("Day"), required=BEFORE)


def _whose(one: Register) -> Iterator[PaperField]:
    if one.owned:
        yield OnePerson(key=OWNER, label=one.owner_word, of="staff", required=BEFORE)
    if one.numbered:
        yield Number(
            key=NUMBER,
            label=_("Number of the entry"),
            least=Decimal(1),
            most=Decimal(LARGEST_NUMBER),
            help=_("Empty: the next one."),
        )
    for role in one.roles:
        among = "pupils" if one.about_children and role == HandRole.ABOUT else "staff"
        required = BEFORE if among == "pupils" else NEVER
        yield SeveralPeople(key=role, label=str(HandRole(role).label), of=among, required=required)
    if one.roles and not one.about_children:
        words = _("Colleagues who have left and guests: the names alone. No pupil is named here.")
        yield Line(key=OTHERS, label=_("Others"), longest=LONGEST_OTHERS, help=words)


def serving(one: Register, on: date, carried: Collection[str] = ()) -> Iterator[PaperField]:
    """What it also serves; where a campaign is required, the campaigns of the day alone."""
    if one.campaign == "never":
        return
    there = [tag for tag in known.tags() if tag.is_open_on(on) or tag.code in carried]
    open_ones = [tag for tag in there if tag.code not in one.tags and (tag.is_campaign or one.campaign == "optional")]
    if open_ones:
        required = BEFORE if one.campaign == "required" else NEVER
        yield Choices(
            key=TAGS, label=_("Also serves"), choices=tuple((tag.code, tag.name) for tag in open_ones), required=required
        )


def values_of(entry: Entry) -> Values:
    """How its head stands."""
    hands: dict[str, list[str]] = {}
    for hand in entry.hands.all():
        hands.setdefault(hand.role, []).append(str(hand.person_id))
    found: dict[str, Any] = {TITLE: entry.title, DAY: entry.day, OTHERS: entry.others or None}
    found[OWNER] = str(entry.owner_id) if entry.owner_id else None
    if entry.register.campaign != "never":
        found[TAGS] = tuple(tag.code for tag in tags_of([entry.pk]).get(entry.pk, ()))
    return found | {NUMBER: entry.number} | {role: tuple(people) for role, people in hands.items()}


def at_first(one: Register, by: Person, on: date, origin: Linked | None = None, *, serves: str = "") -> Values:
    """Of a thing that it comes from: its title, its day, who was in charge of it. `serves`: the code of a tag. Whoever is called
    otherwise than the owner is somebody else than who adds, and is asked for."""
    if origin is None:
        tags = tuple(tag.code for tag in known.tags() if tag.code == serves)
        return {DAY: on, OWNER: None if one.holder else str(by.pk), TAGS: tags}
    return {TITLE: origin.about or origin.title, DAY: origin.day, OWNER: str(origin.host or by.pk)}


def naming(one: Register, description: Description) -> PaperField | None:
    """The question whose answer can name an entry: which the register says, or the first that must be answered in sentences. A
    single line (who granted it, which subject) names nothing by itself."""
    if one.title_from in description.by_key:
        return description.by_key[one.title_from]
    return next((one for one in description.fields if one.type == "paragraph" and not one.is_sealed), None)


def begun(words: str) -> str:
    """The first sentence, as long as a list has room for."""
    first = re.split(r"[。；;\n]", words.strip(), maxsplit=1)[0]
    return first if len(first) <= ROOM else f"{first[:ROOM]}…"


def head_from(one: Register, given: Values, unit: Unit, *, otherwise: str = "") -> tuple[EntryHead, Hands]:
    """Of the answers; called `otherwise` where no title was typed, and by its holder too. Two queries at most."""
    roles = [role for role in HandRole.values if given.get(role)]
    named = {pk for role in roles for pk in given[role]} | ({given[OWNER]} if given.get(OWNER) else set())
    people = {str(pk): person for pk, person in Person.objects.in_bulk(named).items()} if named else {}
    number, owner = given.get(NUMBER), people.get(given.get(OWNER) or "")
    called = f"{otherwise} {owner.name}" if one.holder and owner else otherwise
    head = EntryHead(
        unit, given.get(TITLE) or called, given[DAY], owner, int(number) if number else None,
        [tag for tag in known.tags() if tag.code in (given[TAGS] or ())] if TAGS in given else None,
        others=given.get(OTHERS) or "",
    )  # fmt: skip
    return head, {role: [people[pk] for pk in given[role]] for role in roles}
