"""What a paper may know of the school: its circles, its units, and the names in the answers."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from navmark.foundation.papers.describing import Exists
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import names_in
from navmark.foundation.people.by_name import Choosable, told_apart
from navmark.foundation.people.circles import UnknownCircle, circle, people_in
from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.queries import classes_on


def known_here(
    on: date, *, unit: Unit | None = None, around: Mapping[str, Iterable[Person]] | None = None, papers: Iterable[Answers] = ()
) -> Known:
    """What is known on the day of what is filled in, around `unit`: a circle that makes sense there is asked there, any other in
    the whole school.

    `around` says who stands around the thing itself (its host, its participants), which only its own room knows.
    `papers`: the answers whose names will be shown. Nothing but these names is read before it is needed.
    """
    own = around or {}

    def people(code: str) -> list[Choosable]:
        if code not in own and not _is_circle(code):
            return []  # an older edition may name a circle that is no more
        here = unit if unit is not None and code not in own and unit.kind in circle(code).around else None
        found = own[code] if code in own else people_in([code], here, on=on).only("pk", "name", "staff_number")
        return told_apart(found, on)

    def units(kind: str) -> list[Choosable]:
        rows = classes_on(on) if kind == UnitKind.CLASS else Unit.objects.on(on).filter(**({"kind": kind} if kind else {}))
        return [Choosable(str(one.pk), name_on(one, on)) for one in rows]

    return Known(on, people, units, names_in(papers, on=on))


def exists_here(steps: Collection[str] = ()) -> Exists:
    """For `described`: the circles and kinds of unit that there are, and the steps that the programme names."""
    return Exists(circle=_is_circle, unit_kind=UnitKind.values.__contains__, step=lambda name: name in steps)


def _is_circle(code: str) -> bool:
    try:
        circle(code)
    except UnknownCircle:
        return False
    return True
