"""What no library can check of how the entries of a register are named, gathered, counted and kept."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.papers.describing import Exists
from navmark.foundation.papers.faults import Fault, Path
from navmark.foundation.papers.types.people import OF_FAMILIES
from navmark.foundation.people.circles import all_circles
from navmark.foundation.programme.nouns.registers.structure import RegisterTable
from navmark.foundation.registers.facts import OPEN
from navmark.foundation.tables.refusals import listed

WORDED, OPEN_TO_ALL = ("line", "paragraph"), ("line", "paragraph", "number", "date", "choice", "choices")
COUNTED = ("choice", "choices", "yes_no", "class", "unit")


def senseless(table: RegisterTable, path: Path, exists: Exists) -> Iterator[Fault]:
    types = {key: said.get("type") for key, said in table.paper.items() if isinstance(said, dict)}
    yield from _absent(table, types, path)
    if table.title_from in types and types[table.title_from] not in WORDED:
        yield Fault((*path, "title_from"), _("name a field of the paper that is answered in words: a line or a paragraph."))
    elif table.title_from in types and table.paper[table.title_from].get("required") != "before":
        yield Fault((*path, "title_from"), _('the entry is called by this field: write required = "before" at it.'))
    for key in filter(types.__contains__, table.runs):
        if types.get(key) != "date" or table.paper[key].get("required") != "before":
            yield Fault((*path, "runs"), _('%(field)s is no day of the paper with required = "before".') % {"field": key})
    for key in filter(types.__contains__, table.public):
        said = table.paper[key]
        if types.get(key) not in (*OPEN_TO_ALL, "picture") or said.get("class") or table.child:
            yield Fault(
                (*path, "public"), _("%(field)s cannot be public; name words, days, choices or pictures.") % {"field": key}
            )
    for key in filter(types.__contains__, table.plate):
        if types.get(key) not in OPEN_TO_ALL:
            yield Fault((*path, "plate"), _("%(field)s cannot hang on a wall; name words, days or choices.") % {"field": key})
    for key in filter(types.__contains__, table.count_by):
        if types.get(key) not in COUNTED:
            yield Fault((*path, "count_by"), _("%(field)s cannot be counted by; name choices of the paper.") % {"field": key})
    yield from _elsewhere(table, path, exists)


def _elsewhere(table: RegisterTable, path: Path, exists: Exists) -> Iterator[Fault]:
    """What leans on something besides the paper: people, states, circles."""
    if table.child and "about" not in table.people:
        yield Fault((*path, "child"), _('say whom an entry is about: write people = ["about"].'))
    for fact in table.facts:
        _name, _colon, state = fact.partition(":")
        if state and state != OPEN and state not in table.states:
            there = {"state": state, "states": listed((*table.states, OPEN))}
            yield Fault((*path, "facts"), _("there is no state %(state)s; there are: %(states)s.") % there)
    _person, _colon, circle = table.coverage.partition(":")
    if circle and not exists.circle(circle):
        there = {"circle": circle, "circles": listed(one.code for one in all_circles())}
        yield Fault((*path, "coverage"), _("there is no circle %(circle)s; there are: %(circles)s.") % there)
    if circle in OF_FAMILIES:
        yield Fault((*path, "coverage"), _("no list tells which children or families have none: name classes or grades."))


def _absent(table: RegisterTable, types: Mapping[str, Any], path: Path) -> Iterator[Fault]:
    """Fields that are named and do not stand on the paper: left out, or their code was changed there."""
    named = {name: getattr(table, name) for name in ("runs", "public", "plate", "count_by")}
    for name, keys in {"title_from": (table.title_from,), **named}.items():
        for key in filter(None, keys):
            if key not in types:
                words = _("the paper has no field with the code %(field)s; write that code again, or name one of: %(fields)s.")
                yield Fault((*path, name), words % {"field": key, "fields": listed(types) or "—"})
