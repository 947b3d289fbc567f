"""For which periods a word is owed."""

from datetime import date

import pytest

from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.pledges.periods import owed

FIRST, SECOND = "2026-2027-1", "2026-2027-2"
AUTUMN, WINTER, SPRING = date(2026, 11, 23), date(2027, 2, 1), date(2027, 3, 8)


@pytest.mark.parametrize(
    ("every", "on", "since", "said", "keys"),
    [
        ("term", AUTUMN, date(2026, 10, 8), [], [FIRST]),
        ("term", AUTUMN, date(2026, 10, 8), [AUTUMN], []),
        ("term", WINTER, date(2026, 10, 8), [], [FIRST]),  # holidays: the term that has ended still asks
        ("term", SPRING, date(2026, 10, 8), [], [FIRST, SECOND]),
        ("term", SPRING, date(2026, 10, 8), [SPRING], [FIRST]),
        ("term", SPRING, WINTER, [], [SECOND]),  # taken on in the holidays: nothing of the term before
        ("term", SPRING, date(2027, 1, 11), [], [SECOND]),  # nine days of the term were left
        ("term", SPRING, date(2025, 9, 1), [], [FIRST, SECOND]),  # of years nobody makes up for more
        ("month", AUTUMN, date(2026, 9, 1), [], ["2026-10", "2026-11"]),
        ("", AUTUMN, date(2026, 9, 1), [], []),
    ],
)
def test_it_is_this_period_and_the_one_before_while_it_was_held_and_nothing_was_said(every, on, since, said, keys):
    assert [span.key for span in owed(every, on, SchoolCalendar(), since=since, said=said)] == keys
