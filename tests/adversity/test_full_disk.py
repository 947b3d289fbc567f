"""A full disk: the page says that nothing was saved, what was saved before is whole, and a backup leaves no half file."""

import resource
import subprocess
import sys
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from navmark.foundation.activities.tests.factories import an_activity
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in
from navmark.foundation.proceedings.actions import agenda
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds

pytestmark = pytest.mark.adversity
ROOM = 40_000  # bytes: enough to read the database, too little for the backup of 500 people


@contextmanager
def full_disk():
    """No row is written: the database answers as it does when its disk is full."""

    def refuse(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE")):
            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


def test_a_text_that_cannot_be_saved_is_refused_in_words_and_the_old_one_is_whole(school, db):
    with within(school):
        activity = an_activity(a_branch(), kinds.COMMITTEE)
        writer = holder(PostKind.SECRETARY)
        item = agenda.add_item(activity.parts.get(), title="议题", by=writer, at=timezone.now())
        browser = signed_in(writer)
    browser.raise_request_exception = False
    fields = {"title": "议题", "points": "写到一半的话", "revision": "1"}
    with full_disk():
        answer = browser.post(f"/proceedings/items/{item.pk}/", fields, headers={"X-Autosave": "1"})

    assert answer.status_code >= 500 and "没有保存" in answer.content.decode()
    with within(school):
        assert (AgendaItem.fresh(item.pk).points, AgendaItem.fresh(item.pk).revision) == ("", 1)
    assert browser.post(f"/proceedings/items/{item.pk}/", fields, headers={"X-Autosave": "1"}).status_code == 204


def test_a_backup_that_finds_no_room_leaves_nothing_behind(tmp_path, own_database, environment_of):
    environment = environment_of(own_database())

    def cli(*arguments, **limits):
        line = [sys.executable, "-m", "navmark.project.cli", *map(str, arguments)]
        return subprocess.run(line, env=environment, capture_output=True, text=True, check=False, **limits)

    sheet = tmp_path / "a.txt"
    sheet.write_text("姓名\t手机号码\n" + "\n".join(f"张{number}\t199{number:08d}" for number in range(500)), encoding="utf-8")
    assert cli("init", "--data", tmp_path / "a", "--school", "启明小学", "--branch", "中共启明小学支部委员会").returncode == 0
    assert cli("import", sheet, "--as", "staff", "--sure", "--data", tmp_path / "a").returncode == 0
    done = cli(
        "backup", tmp_path / "b.zip", "--data", tmp_path / "a",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM)),
    )  # fmt: skip

    assert done.returncode == 1 and "备份未完成" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a.txt"]
