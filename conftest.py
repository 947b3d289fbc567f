"""Fixtures that every folder's tests share: two schools, ours and the neighbour's, with the door open to ours; a browser."""

import datetime
import gc
from collections.abc import Callable, Iterator

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, Page

from navmark.foundation.people.tests import factories
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from tests import browser as chromium
from tests import second
from tests.scene import as_it_was_set, set_scene

# How long an example takes says how busy the machine is, and nothing about the product.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

gc.disable()  # until everything is collected: it all stays, and to look it through again and again is a third of that time

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--first", action="store_true", help="without what the second database alone may refuse")
    parser.addoption("--again", action="store_true", help="only what a second database may answer otherwise")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    turns = [rule for turn, rule in (("first", second.runs_first), ("again", second.runs_again)) if config.getoption(turn)]
    chosen = [item for item in items if all(runs(item) for runs in turns)]
    config.hook.pytest_deselected(items=list(set(items).difference(chosen)))
    items[:] = sorted(chosen, key=second.is_long, reverse=True)


def pytest_collection_finish() -> None:
    """What stands now stays to the end: the collector need not look at it, nor come every seven hundred objects."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database of the session; at its end PostgreSQL drops none that a thread of a live server has not let go of yet."""
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                others = "datname = current_database() AND pid <> pg_backend_pid()"
                cursor.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
            connection.close()


@pytest.fixture(scope="module")
def lasting(django_db_setup, django_db_blocker):
    """`lasting(make)`: what it makes, our school first, stays for all tests of the module, and ends with it. It stands in a
    transaction around theirs, so that each undoes what it did to it; give them keys, not rows that one of them may change."""
    factories.count_names_anew()

    def make(call):
        with django_db_blocker.unblock():
            made = call()
        make.names = factories.names_given()
        return made

    around = transaction.atomic()
    make(around.__enter__)
    yield make
    make(lambda: transaction.set_rollback(True))
    make(lambda: around.__exit__(None, None, None))


@pytest.fixture(autouse=True)
def _same_names(request):
    factories.count_names_anew(request.getfixturevalue("lasting").names if "lasting" in request.fixturenames else 0)


@pytest.fixture
def school(db, request):
    return School.objects.get(name=factories.OURS) if "lasting" in request.fixturenames else factories.our_school()


def a_neighbour():
    return School.objects.create(name="隔壁小学", in_use_since=datetime.date(2026, 9, 1))


@pytest.fixture
def neighbour(db):
    return a_neighbour()


@pytest.fixture
def inside(school):
    """The door to our school, open for the whole test."""
    with within(school):
        yield school


@pytest.fixture(scope="module")
def lasting_scene(lasting):
    """For `usefixtures` in a module whose every test looks at the scene, and commits nothing."""
    return lasting(lambda: set_scene(factories.our_school(), a_neighbour()))


@pytest.fixture
def scene(request, school):
    """One of everything, and who tries to open it."""
    if "lasting_scene" not in request.fixturenames:
        return set_scene(school, a_neighbour())
    with within(school):
        return as_it_was_set(request.getfixturevalue("lasting_scene"))


@pytest.fixture
def sql_of() -> Callable[[Callable[[], object]], int]:
    """How many rows' statements a call costs; what opens and ends transactions is not counted, for databases differ in it."""

    def count(call: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as caught:
            call()
        return sum(one["sql"].lstrip().startswith(("SELECT", "INSERT", "UPDATE", "DELETE")) for one in caught.captured_queries)

    return count


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once a session."""
    with chromium.running() as started:
        yield started


@pytest.fixture
def open_window(browser, live_server) -> Iterator[Callable[..., Page]]:
    """Opens a fresh window, without anybody's session, on the live server, in Chinese."""
    windows = []

    def open_one(**options) -> Page:
        defaults = {"base_url": live_server.url, "locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": WIDE}
        window = browser.new_context(**{**defaults, **options})
        windows.append(window)
        return window.new_page()

    yield open_one
    for window in windows:
        window.close()


@pytest.fixture
def page(open_window) -> Page:
    """A window of an office computer, 1280 wide."""
    return open_window()


@pytest.fixture
def phone(open_window) -> Page:
    """A window of a phone, 390 wide."""
    return open_window(viewport=NARROW, has_touch=True, is_mobile=True)
