"""What a page names on another page: what may be linked, what is taken on, what an answer begins with. Nothing else tells that
such a code leads nowhere; the page would show an empty place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities.hours import LENGTH
from navmark.foundation.activities.kinds import declared_kinds
from navmark.foundation.activities.part_papers import EXPECTED
from navmark.foundation.papers.defaults import COUNTED, LAST, MONTH, SOURCE, TURN, WORDS
from navmark.foundation.papers.faults import Fault, Path
from navmark.foundation.papers.types.rows import BETWEEN, BY_TURNS
from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.words import NOUN_WORDS
from navmark.foundation.registers.tagging import GATHERED, LINKED
from navmark.foundation.tables.refusals import listed

ACTIVITY, REGISTER, ROTA, PLEDGE, PAPER = "activity", "register", "rota", "pledge", "paper"
LINKS = {"occasion": ACTIVITY, "entry": REGISTER, "turn": ROTA}
AT_FIRST = ("host", "owner", "unit", "day", LAST, TURN, LENGTH, EXPECTED, GATHERED, LINKED)  # what is known without a code
OF_A_TASK = ("task", "due")
Said = Mapping[str, Mapping[str, Any]]


def unknown(programme: Programme) -> Iterator[tuple[str, Fault]]:
    """(file, fault) of every code that leads nowhere."""
    there = _There(programme.said)
    for file, page in programme.said.items():
        yield from ((file, fault) for fault in _on_page(page, there))


@dataclass(frozen=True)
class _There:
    said: Said

    def of(self, noun: str) -> dict[str, Mapping[str, Any]]:
        return {code: told for page in self.said.values() for code, told in page.get(noun, {}).items()}

    @cached_property
    def registers(self) -> dict[str, Mapping[str, Any]]:
        return self.of(REGISTER)

    @cached_property
    def activities(self) -> dict[str, Mapping[str, Any]]:
        own: dict[str, Mapping[str, Any]] = {one.code: {} for one in declared_kinds()}
        return own | self.of(ACTIVITY)

    @cached_property
    def rotas(self) -> dict[str, Mapping[str, Any]]:
        return self.of(ROTA) | {code: told[ROTA] for code, told in self.of(ACTIVITY).items() if ROTA in told}

    def named(self, noun: str) -> dict[str, Mapping[str, Any]]:
        return {ACTIVITY: self.activities, REGISTER: self.registers, ROTA: self.rotas}[noun]

    def turns_of(self, kind: str) -> list[str]:
        """The rotas that go with this kind and fill no field of its paper, and those of a part that may join it."""
        own = [code for code, told in self.of(ROTA).items() if told.get("activity") == kind]
        line = self.activities.get(kind, {}).get(ROTA)
        joining = [code for code, told in self.of(ACTIVITY).items() if ROTA in told and kind in told.get("joins", ())]
        return own + ([kind] if line and not line.get("of") else []) + joining

    def fields_of(self, links: list[str]) -> set[str]:
        """Whatever the papers of these ask; what mechanisms of their own ask there is said in `paper`."""
        codes = [one.partition(":")[2] for one in links]
        papers = [self.named(noun).get(code, {}).get(PAPER, {}) for code in codes for noun in (ACTIVITY, REGISTER)]
        return {key for paper in [*papers, *map(self.of(PAPER).get, codes)] for key in paper or ()}


def _on_page(page: Mapping[str, Any], there: _There) -> Iterator[Fault]:
    for code, told in page.get(REGISTER, {}).items():
        for one in told.get("links", ()):
            word, _colon, of = one.partition(":")
            yield from _of(LINKS[word], of, there, (REGISTER, code, "links"))
    for code, told in page.get(PLEDGE, {}).items():
        for one in told.get("about", ()):
            word, _colon, of = one.partition(":")
            yield from _of(REGISTER, of, there, (PLEDGE, code, "about")) if word == "entry" else ()
    for noun in (ACTIVITY, REGISTER, PLEDGE, PAPER):
        for code, told in page.get(noun, {}).items():
            path = (noun, code) if noun == PAPER else (noun, code, PAPER)
            for key, field in (told if noun == PAPER else told.get(PAPER, {})).items():
                yield from _at_first(field, noun, told, there, (*path, key, "default"))


def _at_first(field: Mapping[str, Any], noun: str, told: Mapping[str, Any], there: _There, path: Path) -> Iterator[Fault]:
    """Of what an answer begins with."""
    said = field.get("default", "")
    name, _colon, rest = said.partition(":")
    if name in (MONTH, COUNTED):
        yield from _counted(rest, there, path)
    elif name == WORDS and field.get("type") == "rows":
        cells = (cell.strip() for line in rest.splitlines() for cell in line.split(BETWEEN))
        for code in (cell.removeprefix(BY_TURNS) for cell in cells if cell.startswith(BY_TURNS)):
            yield from _no(ROTA, code, there.turns_of(path[1]), path)
    elif name == SOURCE and rest:
        fields = {*OF_A_TASK, *there.fields_of(told.get("links", []))} if noun == REGISTER else set()
        if rest not in fields:
            words = _("nothing that this may be linked to asks %(field)s; there are: %(fields)s.")
            yield Fault(path, words % {"field": rest, "fields": listed(_near(rest, sorted(fields))) or "—"})
    elif said == TURN and told.get(ROTA, {}).get("of") != path[-2]:
        words = _('no rota fills this field: write rota = { of = "%(field)s", … } in its activity.')
        yield Fault(path, words % {"field": path[-2]})
    elif said and name not in (*AT_FIRST, WORDS):
        yield Fault(path, _("nothing is known by the name %(name)s; write one of: %(names)s.") % _names(said))


def _names(said: str) -> dict[str, str]:
    return {"name": said, "names": listed(AT_FIRST)}


def _counted(rest: str, there: _There, path: Path) -> Iterator[Fault]:
    code, _stroke, step = rest.partition("/")
    yield from _of(REGISTER, code, there, path)
    steps = there.registers.get(code, {}).get("steps", {})
    if code in there.registers and step and step not in steps:
        told = {"step": step, "steps": listed(steps) or "—"}
        yield Fault(path, _("that register has no step %(step)s; it has: %(steps)s.") % told)


def _of(noun: str, code: str, there: _There, path: Path) -> Iterator[Fault]:
    yield from _no(noun, code, list(there.named(noun)), path)


def _no(noun: str, code: str, codes: list[str], path: Path) -> Iterator[Fault]:
    if code not in codes:
        told = {"noun": NOUN_WORDS.say(noun), "code": code, "codes": listed(_near(code, sorted(codes))) or "—"}
        yield Fault(path, _("there is no %(noun)s with the code %(code)s here; there are: %(codes)s.") % told)


def _near(code: str, codes: list[str]) -> list[str]:
    """Of many, those that look alike."""
    return codes if len(codes) <= 12 else get_close_matches(code, codes, n=5, cutoff=0.4) or codes[:12]
