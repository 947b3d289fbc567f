"""What was done stands in one line for all its units, and each unit leads to where it was done."""

from datetime import date
from types import SimpleNamespace

import pytest

from navmark.foundation.cadence.models import Cadence, Duty, DutyState, Settled
from navmark.foundation.cadence.queries import Owed
from navmark.foundation.people.models import Unit, UnitKind
from navmark.pillars.demonstration.branch_life import kinds
from navmark.project.ledger import Ledger

pytestmark = pytest.mark.on_one
ON = date(2026, 11, 20)


def line_of(count):
    """The line of so many groups, each with a meeting of its own."""
    groups = [Unit(kind=UnitKind.PARTY_GROUP, number=n, name=f"第{n}党小组") for n in range(1, count + 1)]
    monthly = Cadence(code="monthly", named="党小组会", period="month", activity_kind=kinds.GROUP)
    done = [
        Duty(cadence=monthly, period_key="2026-11", settled=Settled.DONE, settled_on=ON, place_id=one.pk, page=f"/{one.number}/")
        for one in groups
    ]
    (line,) = Ledger(SimpleNamespace(units=groups), ON).done([Owed(one, DutyState.DONE) for one in done], at_most=5)
    return line


def test_each_of_a_few_units_is_a_link_to_its_own_meeting():
    assert line_of(3).links == (("第1党小组", "/1/"), ("第2党小组", "/2/"), ("第3党小组", "/3/"))


def test_one_meeting_alone_is_the_button_of_the_line():
    assert (line_of(1).links, line_of(1).url) == ((), "/1/")


def test_of_many_units_stands_how_many_and_the_list_of_the_kind():
    ((words, url),) = line_of(8).links
    assert words.startswith("8") and url.endswith(f"/activities/kinds/{kinds.GROUP}/")
