"""The same on paper: circles down, things across, a sign for each act. The caller chooses Chinese, as for every sheet."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.matrix import Matrix, MatrixRow
from navmark.project.rights.acts import Sort, in_order, label_of, things_of
from navmark.project.rights.sorts import SORTS

ACROSS = 22  # things, on one page


def matrices(viewer: Viewer) -> Iterator[Matrix]:
    """A page for each sort that the programme names, and one more for every ACROSS things of it; one page where it names none."""
    named = [(sort, things_of(sort, viewer)) for sort in SORTS]
    for sort, things in [one for one in named if one[1]] or named[:1]:
        for first in range(0, len(things) or 1, ACROSS):
            yield matrix(sort, things[first : first + ACROSS], school=viewer.school.name, on=viewer.on)


def matrix(sort: Sort, things: Sequence[Any], *, school: str, on: date) -> Matrix:
    codes = in_order({code for one in things for act in sort.acts for code in act.circles(one)})
    return Matrix(
        title=f"{sort.label}权限一览表",
        left=school,
        right=f"截至{on.year}年{on.month}月{on.day}日",
        corner="人员范围",
        columns=tuple(sort.title(one) for one in things),
        rows=tuple(MatrixRow(label_of(code), tuple(_signs(sort, code, one) for one in things)) for code in codes),
        legend=tuple((act.sign, str(act.label)) for act in sort.acts),
    )


def _signs(sort: Sort, code: str, thing: Any) -> str:
    return "".join(act.sign for act in sort.acts if code in act.circles(thing))
