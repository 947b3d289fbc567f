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
_plan_pages: dict[str, str] = {}


def answer_with(answerer: Callable[[str], Charge]) -> None:
    _answerers[:] = [answerer]


def charge_of(activity_kind: str) -> Charge:
    """Of a kind that nobody declares nobody is in charge."""
    return next((answer(activity_kind) for answer in _answerers), Charge())


def plan_on(activity_kind: str, page: str) -> None:
    """A mechanism has a page of its own for the plan of this kind."""
    _plan_pages[activity_kind] = page


def plan_page_of(activity_kind: str) -> str:
    return _plan_pages.get(activity_kind) or charge_of(activity_kind).plan_page
