"""Equal matters are one row of the list, and what cannot be done now stands below what can."""

from datetime import date
from uuid import uuid4

from navmark.foundation.cadence.alike import sections
from navmark.foundation.cadence.models import Duty, DutyState, Step
from navmark.foundation.cadence.queries import Owed

GROUPS, ON = uuid4(), date(2026, 11, 24)


def owed(state, cadence=GROUPS, step=Step.ARRANGE, due=None, asked=()):
    return Owed(Duty(cadence_id=cadence, period_key="2026-11", step=step, due_on=due), state, asked)


def test_the_same_thing_of_several_units_is_one_row_unless_it_stands_otherwise():
    task, recorded = owed(DutyState.DUE, None), owed(DutyState.DUE, asked=(owed(DutyState.DUE),))
    rows = [owed(DutyState.DUE), task, owed(DutyState.DUE), owed(DutyState.DUE, step=Step.OPEN), owed(DutyState.LATE), recorded]

    (section,) = sections(rows, on=ON)

    assert [[rows.index(one) for one in row.each] for row in section.rows] == [[0, 2], [1], [3], [4], [5]]


def test_what_is_to_do_this_month_stands_first_without_a_head_then_what_is_later_what_comes_and_what_is_settled():
    rows = [owed(DutyState.LATE), owed(DutyState.DUE, due=date(2026, 11, 30)), owed(DutyState.DUE, due=date(2026, 12, 1))]
    rows += [owed(state) for state in (DutyState.WAITING, DutyState.COMING, DutyState.DONE, DutyState.EXCUSED)]

    heads = [(str(one.head), len(one.rows)) for one in sections(rows, on=ON)]
    assert heads == [("", 2), ("以后", 2), ("即将开始", 1), ("已完成或本期无需", 2)]


def test_on_the_last_of_a_month_this_week_is_not_later():
    sunday, monday = (owed(DutyState.DUE, None, due=date(2026, 12, day)) for day in (6, 7))

    assert [str(one.head) for one in sections([sunday, monday], on=date(2026, 11, 30))] == ["", "以后"]
