"""A school in a folder of its own, made and kept by the commands themselves, on the database that the tests run on."""

import shutil
import subprocess
import sys

import pytest

from navmark.project.ground import ROOT

STAFF = "姓名\t性别\t职务\t手机号码\n王一\t女\t校长\t19900000001\n李𠮷\t男\t教师\t19900000002"


def command(environment, name, folder, *arguments, expect=0):
    line = [sys.executable, "-m", "navmark.project.cli", name, "--data", str(folder), *map(str, arguments)]
    done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == expect, done.stderr + done.stdout
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def founded(tmp_path_factory, own_database, environment_of):
    """Folder a, made once: a school of two teachers; its backup lies beside the folder. And its environment."""
    place, environment = tmp_path_factory.mktemp("founded"), environment_of(own_database())
    (place / "staff.txt").write_text(STAFF, encoding="utf-8")
    school = ("--school", "启明小学", "--branch", "中共启明小学支部委员会", "--since", "2026-09-01")
    command(environment, "init", place / "a", *school)
    command(environment, "import", place / "a", place / "staff.txt", "--as", "staff")
    command(environment, "backup", place / "a", place / "a.zip")
    return place, environment


@pytest.fixture(scope="session")
def stated(founded):
    """The facts of folder a."""
    return command(founded[1], "facts", founded[0] / "a", "--json")


@pytest.fixture
def school_a(founded, tmp_path):
    """A copy of what was founded, to restore from and to break. Its database is shared: change nothing in it."""
    return shutil.copytree(founded[0], tmp_path, dirs_exist_ok=True)


@pytest.fixture
def environment_for(founded, own_database, environment_of):
    """The environment of the folder `name` beside `a`; each has a database of its own."""
    made = {"a": founded[1]}

    def find(folder):
        if folder not in made:
            made[folder] = environment_of(own_database())
        return made[folder]

    return find


@pytest.fixture
def run(school_a, environment_for):
    """Runs a command on the folder `name` beside `a`."""

    def run_one(name, folder, *arguments, expect=0):
        return command(environment_for(folder), name, school_a / folder, *arguments, expect=expect)

    return run_one
