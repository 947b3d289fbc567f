"""Who sees to what is due of a kind of activity, and where it is planned. The rooms of activities and programmes say so."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Charge:
    """`circles` act, around the unit that owes it; `overseers` see that it is done. `plan_page`: a url name; its argument is the
    duty's id."""

    circles: tuple[str, ...] = ()
    overseers: tuple[str, ...] = ()
    plan_page: str = ""


_answerers: list[Callable[[str], Charge]] = []


def answer_with(answerer: Callable[[str], Charge]) -> None:
    _answerers[:] = [answerer]


def charge_of(activity_kind: str) -> Charge:
    """Of a kind that nobody declares nobody is in charge."""
    return next((answer(activity_kind) for answer in _answerers), Charge())
