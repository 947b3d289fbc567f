"""The demo is plausible whenever it is built: nothing of it lies ahead of the clock, and no talk of last year is left to do.

For January, when last year's talks are due, it is built where one more mechanism brings its own
(`tests/test_one_more_mechanism.py`).
"""

from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from navmark.foundation.activities.access import visible_to
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.people.models import Account, PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_viewer, holder
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.project import exporting, preparing
from navmark.project.bench.report import SQL_OF_TODAY
from navmark.project.tests.fresh import freshly_built, it_is_sound


@pytest.fixture
def moment(request, db, tmp_path, settings, monkeypatch):
    """Nine in the morning of the day for which the test asks; the demo has just been built."""
    at = freshly_built(request.param, tmp_path, settings, monkeypatch)
    with within(School.objects.get()):
        yield at


@pytest.mark.on_one  # of other days; what it asks is asked of the demo of the term
@pytest.mark.parametrize("moment", ["2026-09-02"], indirect=True)
def test_that_of_the_first_days_is_sound(moment):
    it_is_sound(moment)


@pytest.mark.parametrize("moment", ["2026-11-25"], indirect=True)
def test_that_of_the_term_is_sound_too_and_today_asks_for_little_whoever_of_its_cast_opens_it(moment, tmp_path):
    it_is_sound(moment)
    asked, lately = {}, {}
    for account in Account.objects.all():
        browser = Client()
        browser.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
        browser.get("/")
        with CaptureQueriesContext(connection) as caught:
            lately[account.login] = "最近完成" in browser.get("/").content.decode()
        asked[account.login] = len(caught)

    assert len(asked) == len(preparing.demo_accounts(build=False))
    assert {login: count for login, count in asked.items() if count > SQL_OF_TODAY} == {}
    assert lately["shuji"] and lately["ganshi"]
    assert {one.kind for one in Notice.objects.all()} & {NoticeKind.COMING, NoticeKind.LATE}, "no reminder to look at"
    its_two_and_the_secretary_alone_see_a_talk(moment.date())
    its_export_holds_what_was_signed_and_says_so_in_the_trail(moment, tmp_path / "e.zip")


def its_two_and_the_secretary_alone_see_a_talk(on):
    secretary = holder(PostKind.SECRETARY)
    talks = Activity.objects.filter(pk__in=Part.objects.filter(kind=kinds.TALK).values("activity"))
    talk = talks.exclude(roll__person=secretary).first()
    its_two = {row.person for row in talk.roll.all()}

    def sees(person):
        return visible_to(a_viewer(person, on=on)).filter(pk=talk.pk).exists()

    assert {one for one in members_on(talk.unit, on) if sees(one)} == {*its_two, secretary}
    assert len(its_two) == 2 and not sees(holder(PostKind.CLERK))


def its_export_holds_what_was_signed_and_says_so_in_the_trail(moment, path):
    on = moment.date()
    names = exporting.export(School.objects.get(), path, year=on.year, on=on, at=moment)

    with ZipFile(path) as file:
        assert file.namelist() == names and file.testzip() is None
        assert all(file.read(name).startswith(b"%PDF") for name in names if name.endswith(".pdf"))
    assert names[:3] == ["名册/党员.xlsx", "名册/教职工.xlsx", "名册/学生.xlsx"]
    assert AuditEntry.objects.filter(kind="people.exported").count() == 1
