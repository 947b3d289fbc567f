"""Backups of versions before restore today, with all that was written in them (synthetic people)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from navmark.project.ground import ROOT
from tests.backups.conftest import command
from tests.schema import schema

KEPT = Path(__file__).parent / "kept"
HELD = {"members": 26, "committee": 5, "party_groups": 4, "classes": 1, "activities_held": 4, "decisions": 3}
IN_PRINT = """
import django; django.setup()
from navmark.foundation.activities.models import Activity
from navmark.foundation.audit.queries import history_of
from navmark.foundation.papers.models import Answers, PaperEdition
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.tenancy.models import each_school
from navmark.pillars.demonstration.branch_life import facts
from navmark.pillars.demonstration.branch_life.sheets import texts
from navmark.project.chores import keep_programme
from django.utils import timezone
import json
told = []
for school in each_school():
    keep_programme(timezone.now())
    for activity in Activity.objects.order_by("starts_at"):
        changes = [one.what for deed in deeds(history_of(activity)) for one in deed.changes]
        locked = activity.closed_at is not None
        told += [[locked, changes, texts.transcript(record)] for record in facts.records_of(activity).values()]
    asked = Answers.objects.values("edition__paper")
    numbers = list(PaperEdition.objects.filter(paper__in=asked).values_list("number", flat=True))
    revisions = sorted(Answers.objects.values_list("revision", flat=True))
print(json.dumps([told, numbers, revisions]))
"""


@pytest.fixture(scope="module")
def restore(tmp_path_factory, own_database, environment_of):
    """Restores a kept backup into a folder and a database of its own; gives the folder and its environment."""

    def restore_one(backup, sheet):
        folder, environment = tmp_path_factory.mktemp("before") / "old", environment_of(own_database())
        command(environment, "restore", folder, KEPT / backup, "--keys", KEPT / sheet)
        return folder, environment

    return restore_one


@pytest.fixture(scope="module")
def restored(restore):
    return restore("before-the-house-was-rebuilt.zip", "its-recovery-sheet.txt")


def test_it_restores_with_its_people_its_meetings_and_its_files(restored):
    folder, environment = restored

    assert json.loads(command(environment, "facts", folder, "--json")).items() >= HELD.items()
    assert list((folder / "files").rglob("*.pdf"))


def test_what_it_holds_is_sound(restored):
    folder, environment = restored

    assert all(one["ok"] for one in json.loads(command(environment, "doctor", folder, "--json")))


def test_its_tables_are_those_that_an_empty_database_gets_at_once(restored, db):
    """Made by every migration in its turn, with rows in them (ADR 0019)."""
    folder, environment = restored
    line = [sys.executable, "-m", "tests.schema", str(folder)]
    done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    walked, made = json.loads(done.stdout), schema()

    assert len(made) > 60
    for name, one in made.items():
        assert walked.pop(name) == one, name
    assert not walked


WRITTEN = (  # on the sheets of lecture, themed day, life meeting and review: in a record that is open, in one that is locked
    ("授课人：李教授", "形式：讲授", "学时：1.5", "二是怎么做。", "围绕课堂谈体会", "缺席一人自学讲稿"),
    ("党费应交：8人", "党费已交：8人", "重温入党誓词", "第一章", "志愿服务", "清扫楼道", "到社区清扫楼道", "按周轮值"),
    ("集中学习：学习三次", "征求意见：意见12条", "谈心谈话：谈心48人次"),
    ("逐一自评", "互评", "均为合格"),
)


@pytest.fixture(scope="module")
def sheets(restore):
    """[locked, fields that the trail tells, text of the print] of each sheet; the editions of its papers, their revisions."""
    folder, environment = restore("before-sheets-were-papers.zip", "recovery-sheet-of-the-sheets.txt")
    environment |= {"DJANGO_SETTINGS_MODULE": "navmark.project.settings", "NAVMARK_DATA": str(folder)}
    done = subprocess.run([sys.executable, "-c", IN_PRINT], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_sheets_of_a_version_before_are_papers_with_what_was_written(sheets):
    printed, editions, revisions = sheets

    for locked in (False, True):
        ours = [text for is_locked, _changes, text in printed if is_locked == locked]
        assert len(ours) == len(WRITTEN)
        lacking = [words for text, said in zip(ours, WRITTEN, strict=True) for words in said if words not in text]
        assert lacking == (["授课人：李教授"] if locked else [])
    assert set(editions) == {1, 2}  # the programme of today asks the very same, and fills in the dues of a themed day
    assert revisions == [1] * 6 + [2, 2]


def test_and_the_trail_still_tells_what_was_changed_on_them(sheets):
    lecture, day, *_others = [changes for _locked, changes, _text in sheets[0]]
    assert {"内容提纲", "授课人"} <= set(lecture) | set(sheets[0][4][1])
    assert {"党费已交人数", "环节"} <= set(day)
