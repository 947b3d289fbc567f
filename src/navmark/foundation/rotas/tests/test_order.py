"""Whose turn it is by the order, and for which periods: plain values."""

from datetime import date

import pytest

from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.rotas.order import Order, Queue, TurnHad
from navmark.foundation.rotas.stretches import Recurrence, called, stretch_on, stretches

A, B, C, D = "ABCD"  # ids are compared and nothing else


def take(queue, *turns):
    """The holders of as many turns, each passing over the letters that it names."""
    return "".join((queue.take(but=set(but)) or "-")[0] for but in turns)


def test_a_fixed_order_goes_round():
    assert take(Queue(Order.FIXED, "ABC"), *[""] * 7) == "ABCABCA"


def test_whoever_was_passed_over_comes_next_and_the_next_round_is_as_the_first():
    assert take(Queue(Order.FIXED, "ABCD"), "", "B", *[""] * 6) == "ACBDABCD"


def test_whoever_is_away_for_a_whole_round_misses_it():
    assert take(Queue(Order.FIXED, "ABC"), "", *["B"] * 3, "", "") == "ACACBA"


def test_a_newcomer_has_a_turn_of_the_round_under_way_and_no_more():
    given = [TurnHad(A, 5, A), TurnHad(B, 5, B)]

    assert take(Queue(Order.FIXED, "ABCD", given), *[""] * 6) == "CDABCD"


def test_a_swap_or_a_stand_in_changes_nothing_of_a_fixed_order():
    given = [TurnHad(A, 1, B), TurnHad(B, 1, A), TurnHad(C, 1, D)]

    assert take(Queue(Order.FIXED, "ABCD", given), *[""] * 2) == "DA"


def test_by_the_fewest_turns_it_counts_who_did_it():
    given = [TurnHad(A, 0, A), TurnHad(B, 0, A), TurnHad(C, 0, C)]

    assert take(Queue(Order.FEWEST, "ABCD", given), *[""] * 4) == "BDBC"


def test_by_hand_nothing_is_proposed_and_of_nobody_nothing_either():
    assert (take(Queue(Order.BY_HAND, "AB"), ""), take(Queue(Order.FIXED, ""), ""), take(Queue(Order.FIXED, "A"), "A")) == (
        "-",
    ) * 3


def test_school_weeks_pass_over_weeks_without_school():
    """The week of 1 October 2026 has school days still; the winter holidays have none."""
    found = stretches(Recurrence.SCHOOL_WEEK, SchoolCalendar(), on=date(2027, 1, 13), ahead=3)

    assert [one.starts for one in found] == [date(2027, 1, 11), date(2027, 1, 18), date(2027, 2, 22)]
    assert found[2].key == "2026-2027-2-W01"


@pytest.mark.parametrize(
    ("every", "keys"),
    [
        (Recurrence.DAY, ["2026-10-01", "2026-10-02"]),
        (Recurrence.SCHOOL_DAY, ["2026-10-08", "2026-10-09"]),
        (Recurrence.WEEK, ["2026-W40", "2026-W41"]),
        (Recurrence.MONTH, ["2026-10", "2026-11"]),
        (Recurrence.TERM, ["2026-2027-1", "2026-2027-2"]),
    ],
)
def test_each_sort_of_period_has_keys_of_its_own(every, keys):
    found = stretches(every, SchoolCalendar(), on=date(2026, 10, 1), ahead=2)

    assert [one.key for one in found] == keys
    assert all(called(one.key, one.starts, one.ends) for one in found)
    assert stretch_on(every, SchoolCalendar(), found[0].starts) == found[0]


def test_in_the_holidays_no_school_day_is_on():
    assert stretch_on(Recurrence.SCHOOL_DAY, SchoolCalendar(), date(2026, 10, 1)) is None


def test_boarders_are_at_school_on_the_night_before_each_school_day():
    """Over the holiday of 1 October 2026: Wednesday is a day of school, and nobody sleeps there until the seventh."""
    found = stretches(Recurrence.SCHOOL_NIGHT, SchoolCalendar(), on=date(2026, 9, 29), ahead=5)

    assert [f"{one.starts:%m-%d}" for one in found] == ["09-29", "10-07", "10-08", "10-09", "10-11"]


def test_months_of_holidays_have_no_turn_of_whoever_rests():
    def months(*, rests):
        found = stretches(Recurrence.MONTH, SchoolCalendar(), on=date(2027, 6, 1), ahead=2, rests=rests)
        return [one.key for one in found]

    assert (months(rests=True), months(rests=False)) == (["2027-06", "2027-09"], ["2027-06", "2027-07"])
