"""What waits stands once a matter."""

from datetime import date
from uuid import uuid4

from navmark.foundation.cadence.matters import once_a_matter
from navmark.foundation.cadence.models import Cadence, Duty, DutyState, Step
from navmark.foundation.cadence.queries import Owed

MEETING, MATTER = uuid4(), uuid4()


def due(about=MEETING, month=11):
    monthly = Cadence(period="month", rule_id="A10")
    day = date(2026, month, 30)
    return Owed(Duty(cadence=monthly, period_key=f"{day:%Y-%m}", due_on=day, step=Step.LOOK, about_id=about), DutyState.DUE)


def a_record(step=Step.RECORD):
    return Owed(Duty(title="支委会", source_kind="record", source_id=MEETING, about_id=MEETING, step=step), DutyState.DUE)


def test_a_meeting_with_its_record_open_is_one_line_with_period_day_and_rule():
    other, row = due(about=uuid4(), month=12), a_record()
    rows = once_a_matter([due(), other, row, a_record()])

    assert [one.duty for one in rows] == [other.duty, row.duty]
    told = rows[-1]
    assert (told.period, told.periods, told.due_on, told.rule, told.state) == (
        "",
        "2026年11月",
        date(2026, 11, 30),
        "A10",
        DutyState.DUE,
    )
    assert once_a_matter([row]) == [row]


def test_a_matter_that_is_hers_by_office_and_in_person_is_one_line():
    rows = [Owed(Duty(source_kind="entry", source_id=MATTER, subject_kind=kind), DutyState.DUE) for kind in ("unit", "person")]

    assert once_a_matter(rows) == rows[:1]


def test_what_was_held_or_goes_on_by_its_own_steps_is_not_waived():
    waived = {step for step in Step if Duty(step=step).can_be_waived}

    assert waived.isdisjoint({Step.LOOK, Step.RECORD, Step.LOCK, Step.GO_ON})
    assert waived >= {Step.ARRANGE, Step.OPEN, Step.FINISH, Step.ENTER}
