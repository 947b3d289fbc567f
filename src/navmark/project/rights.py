"""Who may what: circle x kind x act, read from what the kinds say; nobody writes it down a second time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.kinds import Kind, all_kinds
from navmark.foundation.people.circles import all_circles, circle
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.matrix import Matrix, MatrixRow
from navmark.foundation.ui.marks import bracketed


@dataclass(frozen=True)
class Act:
    """`sign` stands in the printed matrix; `circles` are those of a kind that may do it."""

    label: str | Promise
    sign: str
    circles: Callable[[Kind], tuple[str, ...]]


def _only_read(kind: Kind) -> tuple[str, ...]:
    """Who keeps or oversees it reads it, and is not said a second time."""
    return tuple(code for code in kind.readers if code not in (*kind.keepers, *kind.overseers))


ACTS = (
    Act(_("arrange it"), "安", lambda kind: kind.planners),
    Act(_("mark and record it"), "记", lambda kind: kind.keepers),
    Act(_("check and lock it"), "核", lambda kind: kind.overseers),
    Act(_("read it as well"), "看", _only_read),
    Act(_("are expected"), "到", lambda kind: kind.expected),
    Act(_("vote"), "票", lambda kind: kind.voters),
)


@dataclass(frozen=True)
class RightsOfKind:
    """One kind: for each of ACTS the circles in words."""

    title: str
    held_by: str
    acts: tuple[tuple[Act, str], ...]


def kinds_held(viewer: Viewer) -> list[Kind]:
    """Those whose kind of unit the school has: without a branch, nothing of a branch."""
    units = {unit.kind for unit in viewer.units_today}
    return [kind for kind in all_kinds() if kind.unit_kind in units]


def rights(kinds: Iterable[Kind]) -> list[RightsOfKind]:
    return [
        RightsOfKind(
            str(kind.title), str(UnitKind(kind.unit_kind).label), tuple((act, _in_words(act.circles(kind))) for act in ACTS)
        )
        for kind in kinds
    ]


def _in_words(codes: tuple[str, ...]) -> str:
    return "、".join(label_of(code) for code in _sorted(codes))


def _sorted(codes: tuple[str, ...]) -> list[str]:
    order = {one.code: place for place, one in enumerate(all_circles())}
    return sorted(codes, key=lambda code: (order[code.partition(":")[0]], code))


def label_of(code: str) -> str:
    """发起人（支部委员）: who planned it, while of the committee."""
    thing, _colon, of = code.partition(":")
    label = str(circle(thing).label)
    return label + bracketed(str(circle(of).label)) if of else label


def matrix(kinds: Sequence[Kind], *, school: str, on: date) -> Matrix:
    """The same as a sheet: circles down, kinds across, a sign for each act. The caller chooses Chinese, as for every sheet."""
    codes = _sorted(tuple({code for kind in kinds for act in ACTS for code in act.circles(kind)}))
    return Matrix(
        title="权限一览表",
        left=school,
        right=f"截至{on.year}年{on.month}月{on.day}日",
        corner="人员范围",
        columns=tuple(str(kind.title) for kind in kinds),
        rows=tuple(MatrixRow(label_of(code), tuple(_signs(code, kind) for kind in kinds)) for code in codes),
        legend=tuple((act.sign, str(act.label)) for act in ACTS),
    )


def _signs(code: str, kind: Kind) -> str:
    return "".join(act.sign for act in ACTS if code in act.circles(kind))
