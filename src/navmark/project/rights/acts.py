"""Who may what: circle x thing x act, read from what each thing says and its doors ask; nobody writes it down a second time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from navmark.foundation.people.circles import all_circles, circle
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.marks import bracketed, pause


@dataclass(frozen=True)
class Act:
    """`sign` stands in the printed matrix; `circles` are those that may do it with a thing; `words` says more of them than their
    names, where there is more to say."""

    label: str | Promise
    sign: str
    circles: Callable[[Any], tuple[str, ...]]
    words: Callable[[Any], str] | None = None

    def said(self, thing: Any) -> str:
        return self.words(thing) if self.words else in_words(self.circles(thing))


@dataclass(frozen=True)
class Sort:
    """A sort of things that the programme names: `in_force` are those of today, each of a `unit_kind`."""

    code: str
    label: str | Promise
    acts: tuple[Act, ...]
    in_force: Callable[[Viewer], Iterable[Any]]
    title: Callable[[Any], str]


@dataclass(frozen=True)
class RightsOfThing:
    """One thing: for each act of its sort the circles in words."""

    title: str
    held_by: str
    acts: tuple[tuple[Act, str], ...]


def things_of(sort: Sort, viewer: Viewer) -> list[Any]:
    """Those whose kind of unit the school has: without a branch, nothing of a branch."""
    units = {unit.kind for unit in viewer.units_today}
    return [one for one in sort.in_force(viewer) if one.unit_kind in units]


def rights(sort: Sort, things: Sequence[Any]) -> list[RightsOfThing]:
    return [
        RightsOfThing(
            sort.title(one), str(UnitKind(one.unit_kind).label), tuple((act, act.said(one)) for act in sort.acts)
        )
        for one in things
    ]  # fmt: skip


def in_words(codes: Iterable[str]) -> str:
    """Circles around one thing, each within another, say the thing once: 发起人（支部委员、校长）."""
    within: dict[tuple[str, bool], list[str]] = {}
    for code in in_order(codes):
        thing, _colon, of = code.partition(":")
        within.setdefault((thing, bool(of)), []).extend([of] if of else [])
    return pause().join(_named(thing, some) for (thing, _narrowed), some in within.items())


def _named(thing: str, within: list[str]) -> str:
    said = str(circle(thing).label)
    return said + bracketed(pause().join(str(circle(one).label) for one in in_order(within))) if within else said


def in_order(codes: Iterable[str]) -> list[str]:
    """As the circles are declared."""
    order = {one.code: place for place, one in enumerate(all_circles())}
    return sorted(codes, key=lambda code: (order[code.partition(":")[0]], code))


def label_of(code: str) -> str:
    """发起人（支部委员）: who planned it, while of the committee."""
    return in_words([code])
