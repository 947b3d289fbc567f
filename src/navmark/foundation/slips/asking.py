"""Which registers ask the guardians of the pupils of their entries: a mechanism says so, and writes the letter to parents."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from navmark.foundation.people.models import Person
from navmark.foundation.printing.sheet import Labelled
from navmark.foundation.registers.beside import PageBeside, register_page
from navmark.foundation.registers.models import Entry


@dataclass(frozen=True)
class SlipsAsked:
    """Of one register: `day`, the field of its paper that says when it is; `open_in`, the states in which the list may still
    change; `told_in`, that in which class teachers are told; `letter`, what it tells the parents of an entry, row by row;
    `led`, the pupils whom a person leads, for whom she may do what their class teacher does."""

    register: str
    day: str
    open_in: tuple[str, ...]
    told_in: str
    letter: Callable[[Entry], Iterable[Labelled]]
    led: Callable[[Entry, Person], Collection[UUID]] = lambda entry, person: ()


_asked: dict[str, SlipsAsked] = {}


def ask(one: SlipsAsked, label: object) -> None:
    _asked[one.register] = one
    register_page(PageBeside(one.register, label, "slips:entry", by_name=True))  # type: ignore[arg-type]


def asked(code: str) -> SlipsAsked | None:
    return _asked.get(code)


def all_asked() -> tuple[SlipsAsked, ...]:
    return tuple(_asked.values())
