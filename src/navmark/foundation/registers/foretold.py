"""What a paper opens with: how many entries were filed in the half-year before an occasion, or took a step; what the entry of
its month is called."""

from datetime import date
from typing import Any

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.planning.foreknown import foreknows
from navmark.foundation.almanac.arithmetic import add_months
from navmark.foundation.papers.defaults import COUNTED, MONTH
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.models import Unit
from navmark.foundation.registers.models import Entry, Move
from navmark.foundation.registers.monthly import ThemesOfRegisters

MONTHS = 6


@foreknows
def foretold(kind: Kind, unit: Unit, day: date) -> dict[str, Any]:
    """By what the defaults of its paper say. One query for each of these, none where none asks."""
    paper = newest(kind.paper) if kind.is_data else None
    wanted = {one.default for one in paper.description.fields} if paper else set()
    counted = {said: count(said.partition(":")[2], until=day) for said in wanted if said.startswith(f"{COUNTED}:")}
    return counted | {said: theme(said.partition(":")[2], unit, day) for said in wanted if said.startswith(f"{MONTH}:")}


def theme(code: str, unit: Unit, day: date) -> str | None:
    found = ThemesOfRegisters().of_units(code, [unit], day).get(unit.pk)
    return found.words if found else None


def count(what: str, *, until: date) -> int:
    """ "REGISTER": entries of the half-year that ends on this day; "REGISTER/STEP": those among them that took the step."""
    code, _stroke, step = what.partition("/")
    rows = Entry.objects.filter(register__code=code, day__gt=add_months(until, -MONTHS), day__lte=until)
    if step:
        rows = rows.filter(pk__in=Move.objects.filter(step=step, undone_at__isnull=True).values("entry"))
    return rows.count()
