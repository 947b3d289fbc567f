"""Which tests run again on the second database, when both are asked for, and in what order tests run.

What touches no database answers the same on both. What a browser does with a page is shown on the first; one journey, the one
that writes most, is walked on both. What is marked `on_one` hangs on no database though it stands on one: on the calendar, on a
registry; or other tests ask the same. What is marked `on_second` is refused by PostgreSQL alone, and by Python on both.
`./navmark test --db` with either name alone runs everything.
"""

import pytest

DATABASES = {"db", "transactional_db", "live_server", "own_database"}  # the last: of a process that the test starts
LONG = {"browser", "own_database", "environment_of", "scene"}


def touches_a_database(item: pytest.Item) -> bool:
    return bool(DATABASES.intersection(item.fixturenames)) or item.get_closest_marker("django_db") is not None


def runs_first(item: pytest.Item) -> bool:
    return item.get_closest_marker("on_second") is None


def runs_again(item: pytest.Item) -> bool:
    if item.get_closest_marker("on_both"):
        return True
    if item.get_closest_marker("on_one"):
        return False
    return touches_a_database(item) and "browser" not in item.fixturenames


def is_long(item: pytest.Item) -> bool:
    """Whether it takes seconds; begun last, it would leave the other processor without work."""
    return bool(LONG.intersection(item.fixturenames)) or item.get_closest_marker("on_one") is not None
