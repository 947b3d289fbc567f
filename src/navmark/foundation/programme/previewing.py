"""The next turns as they would stand if a draft were adopted."""

from dataclasses import dataclass
from datetime import datetime

from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.nouns.rotas.loading import form_of, rotas_of
from navmark.foundation.rotas.reshaping import FORM, TurnToBe, tried

MOST, SHOWN = 3, 20  # rotas of a draft, turns of each


@dataclass(frozen=True)
class NextTurns:
    """Of one rota: the first of its turns ahead, and of all of them how many stay, are changed and are new."""

    title: str
    lines: tuple[TurnToBe, ...]
    stays: int
    changed: int
    new: int

    @property
    def has_places(self) -> bool:
        return any(one.place for one in self.lines)


def next_turns(now: Programme, draft: Programme, *, at: datetime) -> list[NextTurns]:
    """Of the rotas that the draft changes; of a draft of many the first."""
    before = {one.code: form_of(one) for one in rotas_of(now)}
    forms = ((one, form_of(one)) for one in rotas_of(draft))
    changed = [(one, form) for one, form in forms if any(before.get(one.code, {}).get(key) != form[key] for key in FORM)]
    return [_seen(one.title, tried(one.code, form, at=at)) for one, form in changed[:MOST]]


def _seen(title: str, turns: list[TurnToBe]) -> NextTurns:
    stays, new = sum(one.stays for one in turns), sum(not one.was for one in turns)
    return NextTurns(title, tuple(turns[:SHOWN]), stays, len(turns) - stays - new, new)
