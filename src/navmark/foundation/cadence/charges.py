"""Who sees to what is due of a kind, and where it is planned or written. The rooms of activities and registers say so."""

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
    """A room says who sees to its kinds; of the others it answers a charge of nobody."""
    if answerer not in _answerers:
        _answerers.append(answerer)


def charge_of(activity_kind: str) -> Charge:
    """Of a kind that nobody declares nobody is in charge."""
    nobody = Charge()
    return next((found for answer in _answerers if (found := answer(activity_kind)) != nobody), nobody)
