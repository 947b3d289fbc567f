"""What was read of a school is asked again by whoever may have changed it."""

from itertools import count

from navmark.foundation.tenancy.scope import forget, read_once, remembered, within


def test_a_page_that_is_looked_at_asks_once_and_whoever_writes_asks_each_time(school):
    asked = count(1)

    with within(school, reads_only=True):
        assert [read_once("roll", lambda: next(asked)) for _time in range(2)] == [1, 1]
        with within(school):  # a door within the door keeps nothing
            assert [read_once("roll", lambda: next(asked)) for _time in range(2)] == [2, 3]
    with within(school, reads_only=True):
        assert read_once("roll", lambda: next(asked)) == 4
    assert read_once("roll", lambda: next(asked)) == 5


def test_what_is_remembered_is_read_again_once_it_was_forgotten(school):
    asked = count(1)

    with within(school):
        assert [remembered("kinds", lambda: next(asked)) for _time in range(2)] == [1, 1]
        forget("kinds")
        assert remembered("kinds", lambda: next(asked)) == 2


def test_a_door_to_the_same_school_lets_it_be_read_again_and_one_to_another_does_not(school, neighbour):
    asked = count(1)

    with within(school):
        seen = [remembered("kinds", lambda: next(asked))]
        for other in (neighbour, school):
            with within(other):
                pass
            seen.append(remembered("kinds", lambda: next(asked)))
    assert seen == [1, 1, 2]
