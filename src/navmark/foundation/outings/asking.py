"""Which registers send the pupils of their entries out in groups: a mechanism says so, beside asking for slips."""

from dataclasses import dataclass

from django.utils.functional import Promise

from navmark.foundation.registers.beside import PageBeside, register_page


@dataclass(frozen=True)
class InGroups:
    """Of one register: `counted_in`, the state in which leaders count; `points`, the field of its paper that says where."""

    register: str
    counted_in: str
    points: str = "points"


_asked: dict[str, InGroups] = {}


def go_in_groups(one: InGroups, label: str | Promise) -> None:
    _asked[one.register] = one
    register_page(PageBeside(one.register, label, "outings:entry", by_name=True))


def in_groups(code: str) -> InGroups | None:
    return _asked.get(code)


def all_in_groups() -> tuple[InGroups, ...]:
    return tuple(_asked.values())
