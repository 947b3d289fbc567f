"""What a second database may answer otherwise is asked of it too; what takes long is begun first."""

from collections import Counter
from types import SimpleNamespace

import pytest

from navmark.project.cli import parser
from navmark.project.commands import test as command
from tests import second

MOST_SCENES = 3  # of one test: the pages that axe looks at are shared out among three


def a_test(*fixtures, marked=()):
    return SimpleNamespace(fixturenames=fixtures, get_closest_marker=lambda name: name if name in marked else None)


@pytest.mark.parametrize(
    ("item", "again"),
    [
        (a_test("tmp_path"), False),
        (a_test("school", "db"), True),
        (a_test(marked=["django_db"]), True),
        (a_test("own_database"), True),
        (a_test("environment_of"), False),
        (a_test("environment_of", marked=["on_both"]), True),
        (a_test("school", "db", marked=["on_one"]), False),
        (a_test("browser", "live_server", "db"), False),
        (a_test("browser", "live_server", "db", marked=["on_both"]), True),
    ],
)
def test_what_touches_a_database_runs_again_without_a_browser(item, again):
    assert second.runs_again(item) is again


def test_what_the_second_alone_may_refuse_runs_there_alone():
    item = a_test("school", "db", marked=["on_second"])
    assert (second.runs_first(item), second.runs_again(item)) == (False, True)
    assert second.runs_first(a_test("school", "db", marked=["on_one"]))


def test_one_journey_is_walked_on_both(request):
    """Of all tests, when all are collected."""
    marked = [item for item in request.session.items if item.get_closest_marker("on_both")]
    walked = {item.name for item in marked if "browser" in item.fixturenames}
    assert walked <= {"test_a_committee_meeting_from_today_to_the_record[1280]"}


@pytest.mark.parametrize(
    ("paths", "chosen"),
    [([], [["--first"], ["--again"]]), (["of::that"], [["of::that"], ["of::that"]]), (["--db", "sqlite"], [[]])],
)
def test_all_that_is_asked_for_by_name_runs_on_both(monkeypatch, paths, chosen):
    given = []
    monkeypatch.setattr(command, "_found", lambda what: "/somewhere")
    monkeypatch.setattr(command, "_run", lambda name, chosen, _browser: given.append(chosen) or command.TestRun(name, 0, tests=1))

    assert command.run(parser().parse_args(["test", *paths])) == 0
    assert given == chosen


def test_what_takes_long_comes_first():
    quick, slow, slow_too = a_test("db"), a_test("db", "browser"), a_test("db", marked=["on_one"])
    assert sorted([quick, slow, quick, slow_too], key=second.is_long, reverse=True) == [slow, slow_too, quick, quick]


def test_a_file_is_handed_to_one_process_in_the_order_of_the_collection():
    """Or the process that is handed the first eighth of all tests has every long one, and the other waits."""
    assert command.SHARED_OUT[2:] == ["--dist", "loadfile", "--no-loadscope-reorder"]


def test_no_scene_is_set_for_each_of_many_cases(request):
    """A hundred and thirty knocks, each in a scene of its own, took two minutes; walked in one scene they take seven seconds."""
    cases = Counter(item.nodeid.partition("[")[0] for item in request.session.items if "scene" in item.fixturenames)
    assert [test for test, count in cases.items() if count > MOST_SCENES] == []


def test_what_python_compiled_is_kept_for_the_next_process(monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    given = []
    monkeypatch.setattr(command.subprocess, "call", lambda _line, *, env, cwd: given.append(env) or 0)
    command._run("sqlite", [], "")

    assert "PYTHONDONTWRITEBYTECODE" not in given[0]
