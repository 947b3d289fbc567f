"""What no library can check of a register: circles, states without a way on or back, steps that lead nowhere."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from navmark.foundation.activities.kinds import in_office
from navmark.foundation.papers.describing import Exists
from navmark.foundation.papers.faults import Fault, Path
from navmark.foundation.people.circles import all_circles, circle
from navmark.foundation.people.models import UnitKind
from navmark.foundation.programme.nouns.registers.structure import RegisterTable, StepTable
from navmark.foundation.registers.circles import ANSWERED
from navmark.foundation.tables.refusals import listed

LONGEST_OWED = 34  # letters of a code


def senseless(table: RegisterTable, path: Path, exists: Exists) -> Iterator[Fault]:
    """Every fault of one register; its paper checks itself."""
    if not exists.unit_kind(table.unit):
        words = _("there is no such kind of unit; there are: %(kinds)s.") % {"kinds": listed(UnitKind.values)}
        yield Fault((*path, "unit"), words)
    for name in ("makers", "keepers", "readers"):
        yield from _unknown(getattr(table, name), (*path, name), exists)
    for name in ("makers", "keepers"):
        if not getattr(table, name):
            yield Fault((*path, name), _("name at least one circle: somebody must be able to do it."))
    for code in table.makers:
        if exists.circle(code) and circle(code).of_thing:
            yield Fault(
                (*path, "makers"), _("nobody is %(circle)s before it is added; name a circle of the unit.") % {"circle": code}
            )
    for key, step in table.steps.items():
        yield from _of_step(table, step, (*path, "steps", key), exists)
        yield from _due_for_ever(table, key, (*path, "steps", key))
    yield from _of_course(table, path)
    yield from _of_cadence(table, (*path, "cadence"), exists)


def _of_cadence(table: RegisterTable, path: Path, exists: Exists) -> Iterator[Fault]:
    often = table.cadence
    if often is None:
        return
    if often.state and often.state not in table.states:
        there = {"state": often.state, "states": listed(table.states)}
        yield Fault((*path, "state"), _("there is no state %(state)s; there are: %(states)s.") % there)
    known = [code for code in table.makers if exists.circle(code)]
    if len(path[1]) > LONGEST_OWED:
        yield Fault(path, _("what is due needs a shorter name: at most %(most)d letters.") % {"most": LONGEST_OWED})
    if not in_office(known, table.unit):
        yield Fault(path, _("name somebody by an office among the makers: else it waits for nobody."))


def _unknown(codes: tuple[str, ...], path: Path, exists: Exists) -> Iterator[Fault]:
    for code in codes:
        there = {"circle": code, "circles": listed(one.code for one in all_circles())}
        if not exists.circle(code):
            yield Fault(path, _("there is no circle %(circle)s; there are: %(circles)s.") % there)
        elif circle(code).of_thing and code.partition(":")[0] not in ANSWERED:
            yield Fault(path, _("an entry has no %(circle)s; name another circle.") % there)


def _of_step(table: RegisterTable, step: StepTable, path: Path, exists: Exists) -> Iterator[Fault]:
    for name, states in (("from", step.states), ("to", (step.to,))):
        for state in states:
            if state not in table.states:
                there = {"state": state, "states": listed(table.states)}
                yield Fault((*path, name), _("there is no state %(state)s; there are: %(states)s.") % there)
    if not step.who:
        yield Fault((*path, "who"), _("name at least one circle: somebody must be able to do it."))
    yield from _unknown(step.who, (*path, "who"), exists)
    yield from _unknown(step.tells, (*path, "tells"), exists)
    if step.by_field and table.paper.get(step.by_field, {}).get("type") != "date":
        yield Fault((*path, "by_field"), _("name a field of the paper that is a date."))
    if step.ahead and not step.by_field:
        yield Fault((*path, "ahead"), _("ahead of which day? Name a date of the paper as by_field."))


def _due_for_ever(table: RegisterTable, key: str, path: Path) -> Iterator[Fault]:
    """A step back to its own state that is due by a day of the paper must ask for the next day."""
    step = table.steps[key]
    field = table.paper.get(step.by_field, {})
    if step.to in step.states and field.get("type") == "date" and field.get("required") != f"step:{key}":
        words = _('it leads back to where it began: write required = "step:%(step)s" at %(field)s, or it stays due for ever.')
        yield Fault((*path, "by_field"), words % {"step": key, "field": step.by_field})


def _of_course(table: RegisterTable, path: Path) -> Iterator[Fault]:
    """Nobody is stuck, and no state stands where no step leads."""
    if not table.states:
        if table.steps:
            yield Fault((*path, "states"), _("name the states between which the steps lead."))
        return
    course = table.course
    for state in course.dead_ends():
        yield Fault(
            (*path, "states", state.key),
            _("no step leads on from here: add one, or let nothing more be done there (closed = true)."),
        )
    for state in course.endless():
        words = _("from here the steps only go round: let one lead to a state that is closed.")
        yield Fault((*path, "states", state.key), words)
    if any(state not in table.states for step in table.steps.values() for state in (*step.states, step.to)):
        return  # a step that leads nowhere is named already; what it would have led to is no fault of its own
    for key in (one for one in course.by_key if one not in course.reached()):
        yield Fault((*path, "states", key), _("no step leads here: add one, or leave the state out."))
