"""What a unit is asked to be about in a month, as a room above keeps it: it stands above the lines, and they open with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.occasions.writing import edition_of, theme_of
from navmark.foundation.papers.defaults import MONTH
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class MonthTheme:
    """`page`: where more of it is read."""

    words: str
    page: str


class ThemesKept(Protocol):
    """The room that keeps them, by the code of what keeps them."""

    def of_units(self, code: str, units: Sequence[Unit], day: date) -> Mapping[UUID, MonthTheme]: ...

    def called(self, code: str) -> str: ...

    def to_add(self, viewer: Viewer, code: str, day: date) -> str:
        """Where she writes that of this day's month; empty where she does not."""
        ...


_kept: list[ThemesKept] = []


def keep_themes(kept: ThemesKept) -> None:
    _kept[:] = [kept]


@dataclass(frozen=True)
class AboveLines:
    """What the themes are called, each once; where none stands yet, where the viewer writes it."""

    called: str
    themes: tuple[MonthTheme, ...]
    add: str


def themes_for(one: Kind, units: Sequence[Unit], day: date) -> Mapping[UUID, MonthTheme]:
    """Unit -> the theme with which its paper begins that month. None where the paper does not begin so."""
    code = _code(one)
    return _kept[0].of_units(code, units, day) if code and _kept else {}


def above(viewer: Viewer, one: Kind, units: Sequence[Unit], day: date) -> AboveLines | None:
    code = _code(one)
    if not code or not _kept:
        return None
    found = tuple(dict.fromkeys(_kept[0].of_units(code, units, day).values()))
    return AboveLines(_kept[0].called(code), found, "" if found else _kept[0].to_add(viewer, code, day))


def _code(one: Kind) -> str:
    theme = theme_of(edition_of(one).description)
    name, _colon, code = theme.default.partition(":") if theme else ("", "", "")
    return code if name == MONTH else ""
