"""A school in a folder of its own, made and kept by the commands themselves, on the database that the tests run on.

A process starts in a second and a half: commands on one folder are given to one process, one after another.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass

import pytest

from navmark.project.ground import ROOT

STAFF = "姓名\t性别\t职务\t手机号码\n王一\t女\t校长\t19900000001\n李𠮷\t男\t教师\t19900000002"
ONE_AFTER_ANOTHER = """
import contextlib, io, json, os, sys
from navmark.project import cli

folder, lines = json.loads(sys.stdin.read())
told = []
for name, *arguments in lines:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = cli.main([name, "--data", folder, *arguments])
    told.append([code, said.getvalue(), sorted(os.listdir(folder)) if os.path.exists(folder) else None])
print(json.dumps(told))
"""


@dataclass(frozen=True)
class Told:
    """What came of a command: its exit code, what it said, the names in the folder after it; None where there is no folder."""

    code: int
    words: str
    names: list[str] | None

    @property
    def found(self):
        """Of what was asked for as JSON."""
        return json.loads(self.words)


def commands(environment, folder, *lines):
    """Runs each line, a command and its arguments, on the folder, all in one process."""
    asked = json.dumps([str(folder), [[str(word) for word in line] for line in lines]])
    process = [sys.executable, "-c", ONE_AFTER_ANOTHER]
    done = subprocess.run(process, input=asked, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [Told(*one) for one in json.loads(done.stdout)]


@dataclass(frozen=True)
class Founded:
    """Where folder a lies, with its backup beside it; the environment of its commands; its facts."""

    place: object
    environment: dict
    facts: dict


@pytest.fixture(scope="session")
def founded(tmp_path_factory, own_database, environment_of):
    """Folder a, made once: a school of two teachers."""
    place, environment = tmp_path_factory.mktemp("founded"), environment_of(own_database())
    (place / "staff.txt").write_text(STAFF, encoding="utf-8")
    told = commands(
        environment,
        place / "a",
        ("init", "--school", "启明小学", "--branch", "中共启明小学支部委员会", "--since", "2026-09-01"),
        ("import", place / "staff.txt", "--as", "staff"),
        ("backup", place / "a.zip"),
        ("facts", "--json"),
    )
    assert [one.code for one in told] == [0, 0, 0, 0], told
    return Founded(place, environment, told[-1].found)


@pytest.fixture
def school_a(founded, tmp_path):
    """A copy of what was founded, to restore from and to break. Its database is shared: change nothing in it."""
    return shutil.copytree(founded.place, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def sheet(school_a):
    """The recovery sheet of folder a."""
    return school_a / "a" / "keys" / "recovery-sheet.txt"


@pytest.fixture
def environment_for(founded, own_database, environment_of):
    """The environment of the folder `name` beside `a`; each has a database of its own."""
    made = {"a": founded.environment}

    def find(folder):
        if folder not in made:
            made[folder] = environment_of(own_database())
        return made[folder]

    return find


@pytest.fixture
def run(school_a, environment_for):
    """Runs commands on the folder `name` beside `a`, one after another."""
    return lambda folder, *lines: commands(environment_for(folder), school_a / folder, *lines)


def codes(told):
    return [one.code for one in told]
