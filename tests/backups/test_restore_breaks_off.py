"""A restore that breaks off leaves nothing: no folder, no table. The same place takes the whole backup afterwards.
One that is killed leaves a marked folder, which nothing but the next restore takes.
"""

import json
import signal
import subprocess
import sys
from zipfile import ZipFile

import pytest

from navmark.project.ground import ROOT
from tests.commands import codes

SCHOOLS, PERSONS = "rows/tenancy.School.jsonl", "rows/people.Person.jsonl"


def rewritten(source, target, changes):
    """A copy of a backup, sound as a zip, in which `changes` (name -> function of the bytes) were made or added."""
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in dict.fromkeys((*old.namelist(), *changes)):
            content = old.read(name) if name in old.namelist() else b""
            new.writestr(name, changes[name](content) if name in changes else content)
    return target


def _without_the_last_row(content):
    return content[: content.rstrip().rindex(b"\n") + 1]


def _of_another_school(content):
    names, *rows = content.splitlines()
    place = json.loads(names).index("school_id")
    changed = [json.loads(row) for row in rows]
    for row in changed:
        row[place] = "01900000-0000-7000-8000-000000000000"
    return b"\n".join((names, *(json.dumps(row).encode() for row in changed)))


FAULTS = {
    "incomplete": {SCHOOLS: _without_the_last_row},
    "pointing nowhere": {PERSONS: _of_another_school},
    "a file that leads out": {"files/../../out.txt": lambda content: b"out"},
    "of tables unknown": {"manifest.json": lambda content: content.replace(b'"0001_start"', b'"9999_later"')},
}


def test_it_leaves_neither_folder_nor_table(run, school_a, founded):
    broken = [rewritten(school_a / "a.zip", school_a / f"{fault}.zip", changes) for fault, changes in FAULTS.items()]
    tries = [("restore", path, "--keys", school_a / "a" / "keys") for path in broken]
    *broken_off, _whole, facts = told = run("b", *tries, ("restore", school_a / "a.zip"), ("facts", "--json"))

    assert codes(told) == [1, 1, 1, 1, 0, 0]
    assert [one.names for one in broken_off] == [None] * len(FAULTS)
    assert not (school_a / "out.txt").exists()
    assert facts.found == founded.facts


def test_a_folder_that_was_there_is_there_and_empty(run, school_a):
    broken = rewritten(school_a / "a.zip", school_a / "broken.zip", FAULTS["incomplete"])
    (school_a / "b").mkdir()
    (told,) = run("b", ("restore", broken))

    assert (told.code, told.names) == (1, [])


KILLED = """
import os, signal, sys
from importlib import import_module

def killed(*given, **named):
    os.kill(os.getpid(), signal.SIGKILL)

def lie_in_wait():
    place, name = sys.argv[1].rsplit(".", 1)
    setattr(import_module(place), name, killed)

from navmark.project import cli, ground
stand_on = ground.stand_on

def then_lie_in_wait(*given, **named):
    stand_on(*given, **named)
    lie_in_wait()

if sys.argv[1].endswith(".stand_on"):
    lie_in_wait()
else:
    ground.stand_on = then_lie_in_wait  # what comes later can be imported once the ground is there
sys.exit(cli.main(sys.argv[2:]))
"""
CLAIMED = "navmark.project.ground.stand_on"
FILLED = "navmark.project.preparing.migrate"  # rows and files are written, and the transaction is open
WHOLE = "navmark.project.backups.seals.unreadable"
UP = ("up", "--port", "8999")
NOT_NOW = (UP, ("facts",), ("doctor",), ("init", "--school", "校", "--branch", "支部"))


@pytest.fixture
def kill_a_restore(school_a, environment_for):
    """Restores into folder b until the named function is called, which is the end of it."""
    with ZipFile(school_a / "a.zip", "a") as backup:
        backup.writestr("files/2026/scan.pdf", b"%PDF-")
    arguments = ("restore", school_a / "a.zip", "--data", school_a / "b", "--keys", school_a / "a" / "keys")

    def kill(moment):
        line = [sys.executable, "-c", KILLED, moment, *map(str, arguments)]
        done = subprocess.run(line, cwd=ROOT, env=environment_for("b"), capture_output=True, check=False)
        assert done.returncode == -signal.SIGKILL

    return kill


def test_one_that_is_killed_leaves_a_folder_that_only_the_next_restore_takes(run, school_a, founded, kill_a_restore):
    for moment, lines in ((CLAIMED, (UP,)), (FILLED, NOT_NOW)):
        kill_a_restore(moment)
        for one in run("b", *lines):
            assert one.code == 1 and "恢复没有完成，请重新运行 ./navmark restore" in one.words

    again = ("restore", school_a / "a.zip", "--keys", school_a / "a" / "keys")
    restored, facts = run("b", again, ("facts", "--json"))
    assert "上次恢复没有完成，已清除并从头开始" in restored.words
    assert facts.found == founded.facts
    assert (school_a / "b" / "files" / "2026" / "scan.pdf").read_bytes() == b"%PDF-"


def test_one_that_is_killed_when_all_is_written_is_whole(run, founded, kill_a_restore):
    kill_a_restore(WHOLE)
    (facts,) = run("b", ("facts", "--json"))

    assert facts.found == founded.facts
