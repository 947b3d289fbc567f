"""Numbers that a paper opens with: entries filed in the half-year before an occasion, and those that took a step."""

from datetime import date
from typing import Any

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.planning.foreknown import foreknows
from navmark.foundation.almanac.arithmetic import add_months
from navmark.foundation.papers.defaults import COUNTED
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.models import Unit
from navmark.foundation.registers.models import Entry, Move

MONTHS = 6


@foreknows
def counted(kind: Kind, unit: Unit, day: date) -> dict[str, Any]:
    """By what the defaults of its paper say. One query for each of these, none where none counts."""
    paper = newest(kind.paper) if kind.is_data else None
    fields = paper.description.fields if paper else ()
    wanted = {one.default for one in fields if one.default.startswith(f"{COUNTED}:")}
    return {said: count(said.partition(":")[2], until=day) for said in wanted}


def count(what: str, *, until: date) -> int:
    """ "REGISTER": entries of the half-year that ends on this day; "REGISTER/STEP": those among them that took the step."""
    code, _stroke, step = what.partition("/")
    rows = Entry.objects.filter(register__code=code, day__gt=add_months(until, -MONTHS), day__lte=until)
    if step:
        rows = rows.filter(pk__in=Move.objects.filter(step=step, undone_at__isnull=True).values("entry"))
    return rows.count()
