"""The table of a rota: a row for each period and shift, a column for each post and place; on the page, in print, as XLSX."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.rotas.models import Rota, Turn
from navmark.foundation.rotas.models.rota import Slot
from navmark.foundation.rotas.stretches import Stretch, called


@dataclass(frozen=True)
class GridCell:
    """One place of one period."""

    stretch: Stretch
    slot: Slot
    turn: Turn | None
    post: str = ""  # as the column is headed, for a page too narrow for columns

    @property
    def key(self) -> str:
        """Its name in a form."""
        return ".".join((self.stretch.key, self.slot.post, self.slot.shift, str(self.slot.place)))


@dataclass(frozen=True)
class GridRow:
    when: str
    shift: str
    cells: tuple[GridCell, ...]
    is_past: bool


def columns(rota: Rota) -> list[str]:
    """What heads each: the post, numbered where it has several places."""
    posts = [rota.post_called(key) for key, *_words in rota.posts] or [_("Whose turn")]
    return [f"{post} {place}" if rota.places > 1 else post for post in posts for place in range(1, rota.places + 1)]


def _headed(rota: Rota, slot: Slot) -> str:
    post = rota.post_called(slot.post) if slot.post else ""
    return f"{post} {slot.place}" if rota.places > 1 and post else post


def grid(rota: Rota, turns: Iterable[Turn], ahead: Iterable[Stretch], *, on: date) -> list[GridRow]:
    """Of the periods of these turns and those ahead, earliest first. A place that is vacant has no turn."""
    held = {(turn.period_key, turn.slot): turn for turn in turns}
    stretches = {one.key: one for one in ahead}
    stretches |= {turn.period_key: Stretch(turn.period_key, turn.starts_on, turn.ends_on) for turn in held.values()}
    ordered = sorted(stretches.values(), key=lambda one: (one.starts, one.key))
    return [row for one in ordered for row in _rows(rota, one, held, on)]


def _rows(rota: Rota, one: Stretch, held: dict[tuple[str, Slot], Turn], on: date) -> Iterator[GridRow]:
    extra = [slot for key, slot in held if key == one.key]  # of posts and shifts that are no more
    slots = list(dict.fromkeys((*rota.slots, *extra)))
    for shift in dict.fromkeys(slot.shift for slot in slots):
        here = [slot for slot in slots if slot.shift == shift]
        cells = tuple(GridCell(one, slot, held.get((one.key, slot)), _headed(rota, slot)) for slot in here)
        words = rota.shift_called(shift) if shift else ""
        yield GridRow(called(one.key, one.starts, one.ends), words, cells, one.ends < on)
