"""Equal matters are one row of the list, and what cannot be done now stands below what can."""

from uuid import uuid4

from navmark.foundation.cadence.alike import sections
from navmark.foundation.cadence.models import Duty, DutyState, Step
from navmark.foundation.cadence.queries import Owed

GROUPS = uuid4()


def owed(state, cadence=GROUPS, period="2026-11", step=Step.ARRANGE, asked=()):
    return Owed(Duty(cadence_id=cadence, period_key=period, step=step), state, asked)


def test_the_same_thing_of_several_units_is_one_row_unless_it_stands_otherwise():
    task, recorded = owed(DutyState.DUE, None), owed(DutyState.DUE, asked=(owed(DutyState.DUE),))
    rows = [owed(DutyState.DUE), task, owed(DutyState.DUE), owed(DutyState.DUE, step=Step.OPEN), owed(DutyState.LATE), recorded]

    (section,) = sections(rows)

    assert [[rows.index(one) for one in row.each] for row in section.rows] == [[0, 2], [1], [3], [4], [5]]


def test_what_waits_stands_first_without_a_head_then_what_comes_then_what_is_settled():
    rows = [owed(state) for state in (DutyState.LATE, DutyState.WAITING, DutyState.COMING, DutyState.DONE, DutyState.EXCUSED)]

    assert [(str(one.head), len(one.rows)) for one in sections(rows)] == [("", 2), ("即将开始", 1), ("已完成或本期无需", 2)]
