"""The paper as blocks of a sheet: empty a form for the pen, half-filled, and filled. The same answers give the same bytes."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.types.files import Picture
from navmark.foundation.printing.sheet import Block, Grid, Labelled

LINE = 4  # quarters
TICKED_IN_HALF = 20  # characters of what is to be ticked, with their boxes


def blocks(description: Description, values: Values, known: Known, *, sealed: bool = True) -> tuple[Block, ...]:
    """In the school's own language, whatever the page is read in. Without `sealed` what is sensitive is left to the pen."""
    with override(settings.LANGUAGE_CODE):
        told = values if sealed else description.unsealed(values)
        return tuple(_blocks(description, description.with_totals(told), known))


def for_the_pen(description: Description, known: Known) -> tuple[Block, ...]:
    """Before anybody has written; a place for a photograph stays, one that only names a file does not."""
    asked = description.only(one for one in description.fields if not one.hangs or isinstance(one, Picture))
    return blocks(asked, {}, known)


def _blocks(description: Description, values: Values, known: Known) -> Iterator[Block]:
    waiting: list[tuple[PaperField, Labelled]] = []
    for one in description.shown(values, known.on):
        printed = one.printed(values.get(one.key), known)
        if isinstance(printed, Labelled):
            waiting.append((one, printed))
            continue
        yield from _grid(waiting)
        waiting = []
        yield from printed
    yield from _grid(waiting)


def _grid(waiting: Iterable[tuple[PaperField, Labelled]]) -> Iterator[Grid]:
    rows: list[list[Labelled]] = []
    room = 0
    for one, printed in waiting:
        wide = max(one.width or one.usual_width, _to_tick(printed.value))
        if wide > room:
            rows.append([])
            room = LINE
        rows[-1].append(printed)
        room -= wide
    if rows:
        yield Grid(tuple(map(tuple, rows)))


def _to_tick(value: str) -> int:
    """The quarters in which it is ticked without a choice broken over lines; none where nothing is to be ticked."""
    return 0 if not value.startswith("□") else LINE // 2 if len(value) <= TICKED_IN_HALF else LINE
