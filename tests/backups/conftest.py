"""A school in a folder of its own, made and kept by the commands themselves, on the database that the tests run on."""

import shutil
from dataclasses import dataclass

import pytest

from tests.commands import codes, commands

STAFF = "姓名\t性别\t职务\t手机号码\n王一\t女\t校长\t19900000001\n李𠮷\t男\t教师\t19900000002"


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
    assert codes(told) == [0, 0, 0, 0], told
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
