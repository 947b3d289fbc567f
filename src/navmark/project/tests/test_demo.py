"""The demo is plausible whenever it is built: nothing of it lies ahead of the clock, and no talk of last year is left to do."""

from datetime import datetime
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import DateTimeField, Max
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from navmark.foundation.activities.access import visible_to
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.cadence.queries import with_states
from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.people.models import Account, PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_viewer, holder
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.project import doctor, exporting, preparing
from navmark.project.bench.report import SQL_OF_TODAY

DAYS = ("2026-11-25", "2027-01-10", "2026-09-02")  # in the term, when last year's talks are due, when the school begins
AHEAD = {
    ("activity", "starts_at"),
    ("activity", "ends_at"),
    ("duty", "step_at"),
    ("invitation", "expires_at"),
}  # said of the future, not written there


@pytest.fixture
def moment(request, db, tmp_path, settings, monkeypatch):
    """Nine in the morning of the day for which the test asks; the demo has just been built, in a folder of its own."""
    settings.DATA = tmp_path
    (tmp_path / "keys").mkdir()
    at = datetime.fromisoformat(request.param).replace(hour=9, tzinfo=timezone.get_current_timezone())
    monkeypatch.setattr(timezone, "now", lambda: at)
    preparing.demo_accounts(build=True)
    with within(School.objects.get()):
        yield at


def latest_moments():
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, DateTimeField) and (model._meta.model_name, field.name) not in AHEAD:
                yield f"{model.__name__}.{field.name}", model._base_manager.aggregate(last=Max(field.name))["last"]


@pytest.mark.on_one  # of other days; what it asks is asked of the demo of the term
@pytest.mark.parametrize("moment", DAYS[1:], indirect=True)
def test_a_fresh_demo_is_sound_and_has_nothing_ahead_of_the_clock_and_no_late_talk(moment):
    it_is_sound(moment)


def it_is_sound(moment):
    written = {name: last for name, last in latest_moments() if last is not None}
    owed = with_states(Duty.objects.select_related("cadence"), moment.date())
    late = [one for one in owed if one.state == DutyState.LATE]

    assert written["AuditEntry.at"] == moment
    assert {name: last for name, last in written.items() if last > moment} == {}
    assert [one for one in doctor.examine() if not one.is_good] == []
    assert len(late) <= 1 and not [one for one in late if one.duty.cadence]


@pytest.mark.parametrize("moment", DAYS[:1], indirect=True)
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
