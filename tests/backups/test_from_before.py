"""Backups of versions before restore today, with all that was written in them (synthetic people)."""

import json
import subprocess
import sys

import pytest

from navmark.project.ground import ROOT
from tests.schema import schema

TOLD = """
import sys
from pathlib import Path
from navmark.project import ground
ground.stand_on(Path(sys.argv[1]))
from tests.backups import before
before.tell()
"""
HELD = {"members": 26, "committee": 5, "party_groups": 4, "classes": 1, "activities_held": 4, "decisions": 3}
WRITTEN = (  # on the sheets of lecture, themed day, life meeting and review: in a record that is open, in one that is locked
    ("授课人：李教授", "形式：讲授", "学时：1.5", "二是怎么做。", "围绕课堂谈体会", "缺席一人自学讲稿"),
    ("党费应交：8人", "党费已交：8人", "重温入党誓词", "第一章", "志愿服务", "清扫楼道", "到社区清扫楼道", "按周轮值"),
    ("集中学习：学习三次", "征求意见：意见12条", "谈心谈话：谈心48人次"),
    ("逐一自评", "互评", "均为合格"),
)


@pytest.fixture(scope="module")
def restored(tmp_path_factory, own_database, environment_of):
    """What a folder and a database of their own hold, into which every kept backup was restored (`before.tell`)."""
    line = [sys.executable, "-c", TOLD, str(tmp_path_factory.mktemp("before"))]
    environment = environment_of(own_database())
    done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_they_restore_with_their_people_their_meetings_and_their_files(restored):
    assert restored["held"].items() >= HELD.items()
    assert restored["files"]


def test_what_they_hold_is_sound(restored):
    assert len(restored["sound"]) > 10
    assert all(is_good for _about, is_good in restored["sound"])


def test_their_tables_are_those_that_an_empty_database_gets_at_once(restored, db):
    """Made by every migration in its turn, with rows in them (ADR 0019)."""
    walked, made = dict(restored["tables"]), schema()

    assert len(made) > 60
    for name, one in made.items():
        assert walked.pop(name) == one, name
    assert not walked


def test_the_sheets_of_a_version_before_are_papers_with_what_was_written(restored):
    printed, editions, revisions = restored["sheets"]

    for locked in (False, True):
        ours = [text for is_locked, _changes, text in printed if is_locked == locked]
        assert len(ours) == len(WRITTEN)
        lacking = [words for text, said in zip(ours, WRITTEN, strict=True) for words in said if words not in text]
        assert lacking == (["授课人：李教授"] if locked else [])
    assert set(editions) == {1, 2}  # the programme of today asks the very same, and fills in the dues of a themed day
    assert revisions == [1] * 6 + [2, 2]


def test_and_the_trail_still_tells_what_was_changed_on_them(restored):
    sheets = restored["sheets"]
    lecture, day, *_others = [changes for _locked, changes, _text in sheets[0]]
    assert {"内容提纲", "授课人"} <= set(lecture) | set(sheets[0][4][1])
    assert {"党费已交人数", "环节"} <= set(day)
