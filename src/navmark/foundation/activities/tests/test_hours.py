"""An occasion of ninety minutes is two hours of forty-five, and what is left over is not rounded up."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from navmark.foundation.activities.hours import hours_between

START = datetime(2026, 11, 27, 16, 30)


@pytest.mark.parametrize(
    ("lasted", "minutes", "hours"),
    [(90, 45, "2"), (60, 45, "1"), (60, 60, "1"), (70, 45, "1.5"), (20, 45, None), (None, 45, None)],
)
def test_the_hours_of_an_occasion_follow_from_its_length(lasted, minutes, hours):
    ends_at = None if lasted is None else START + timedelta(minutes=lasted)

    assert hours_between(START, ends_at, minutes=minutes) == (None if hours is None else Decimal(hours))
