"""The hours of a branch: what is open waits without a name, and each page shows what its reader may see."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import Activity
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people import actions as people
from navmark.foundation.people.models import PostKind, Unit
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_staff_member, holder, signed_in
from navmark.foundation.printing.as_text import plain
from navmark.foundation.study import actions
from navmark.foundation.study.actions import Studied
from navmark.foundation.study.models import NotedStudy
from navmark.foundation.study.sheets import of_person as own_sheet
from navmark.foundation.study.tests.scene import AT, SINCE, a_branch_that_studies, a_session
from navmark.foundation.study.year import StudyYear
from navmark.foundation.tenancy.models import School
from navmark.pillars.demonstration.theory_study.counts import counts
from navmark.pillars.demonstration.theory_study.members import of_branch, of_person
from navmark.pillars.demonstration.theory_study.waiting import open_hours


@pytest.fixture(scope="module")
def at_work(lasting):
    return lasting(a_branch_that_studies)


@pytest.fixture
def here(at_work, inside):
    return Unit.fresh(at_work)


@pytest.fixture
def clerk(here):
    return holder(PostKind.CLERK)


def lines(branch):
    return {one.person: one for one in of_branch(StudyYear(2026, on=AT.date(), in_use_since=SINCE), branch)}


def test_what_is_open_waits_for_the_clerk_late_in_the_year_and_of_whoever_is_exempt_nothing_is_asked(here, clerk):
    november, october = date(2026, 11, 23), date(2026, 10, 31)
    everybody = list(lines(here))
    assert not list(open_hours(None, october))
    (row,) = open_hours(None, november)
    assert (row.place, row.circles, row.due_on) == (here.pk, ("clerk", "secretary"), date(2026, 12, 31))
    assert not any(one.name in row.title for one in everybody)

    *others, ill = everybody
    actions.attend(others, Studied("区委党校轮训", november, Decimal(32)), by=clerk, at=AT)
    assert Duty.objects.filter(source_kind="study_hours").exists()
    people.exempt(ill, reason="术后休养", from_day=SINCE, by=clerk, at=AT)
    assert not list(open_hours(None, november))
    actions.attend(others[:1], Studied("学习会", november, Decimal("0.5")), by=clerk, at=AT)
    assert not Duty.objects.filter(source_kind="study_hours").exists()

    found = lines(here)
    assert (found[ill].law.remaining, found[ill].findings) == (0, [])
    led = next(one for one in found.values() if one.law.leads)
    assert (led.law.asked, [one.rule_id for one in led.findings]) == (56, ["C02"])  # from memory: it informs


def test_of_a_year_that_is_known_only_in_part_nobody_is_said_to_lack_anything(here, clerk):
    year = StudyYear(2026, on=AT.date(), in_use_since=date(2026, 9, 1))
    assert not any(one.findings for one in of_branch(year, here))

    first, *_others = lines(here)
    actions.bring({first: Decimal(20)}, what="纸质登记表", on=date(2026, 9, 1), by=clerk, at=AT)
    assert [one.person for one in of_branch(year, here) if one.findings] == [first]
    actions.bring({first: Decimal(0)}, what="纸质登记表", on=date(2026, 9, 1), by=clerk, at=AT)
    assert not NotedStudy.objects.exists()


def test_its_pages_show_each_the_own_year_and_the_committee_all_by_strokes(here, clerk, sql_of):
    away = members_on(here, AT.date()).last()
    activity = a_session(away=[away], clerk=clerk)
    desk, year = signed_in(clerk), {"year": "2026"}
    page = reverse("theory_study:members")
    shown = desk.get(page, year).content.decode()
    in_order = [one.name for one in lines(here)]
    assert sorted(in_order, key=shown.index) == in_order and activity.title in shown
    assert counts(AT.date()) == {"sessions": 1, "hours": 2, "there": len(in_order) - 1}

    note = reverse("theory_study:make_up", args=[activity.pk])
    told = {"what": "补学", "on": str(AT.date()), "hours": "2"}
    assert desk.post(note, told | {"who": []}).status_code == 422
    refused = desk.post(note, told | {"who": [away.pk], "what": "学习强国时长"})
    assert refused.status_code == 422 and "第二十条" in refused.content.decode() and "学习强国时长" in refused.content.decode()
    assert desk.post(note, told | {"who": [away.pk]}).url == page

    assert desk.get(page, {"year": "2015"}).status_code == 200  # before any rule of it, and before the school was here
    own = signed_in(away).get(reverse("theory_study:mine"), year).content.decode()
    assert "2学时" in own and not any(one in own for one in in_order if one != away.name)
    printed = signed_in(away).get(reverse("theory_study:own_sheet"), year)
    assert printed.status_code == 200 and printed["Content-Type"] == "application/pdf"
    of_2026 = StudyYear(2026, on=AT.date(), in_use_since=SINCE)
    sheet = own_sheet(of_person(of_2026, away, here), of_2026, unit=here.name)
    assert f"{away.name} · {here.name}" in str(sheet.blocks[0]) and "学习内容：补学；方式：补学；学时：2" in plain(sheet)
    assert signed_in(away).get(page).status_code == 403
    colleague = signed_in(a_staff_member())
    assert colleague.get(reverse("theory_study:mine")).status_code == 200
    assert colleague.get(reverse("theory_study:person", args=[away.pk])).status_code == 403
    for name in ("table", "sheet"):
        assert desk.get(reverse(f"theory_study:{name}"), year).status_code == 200

    before = sql_of(lambda: desk.get(page, year))
    second = a_session("branch_assembly", clerk=clerk, submit=False)
    Activity.objects.filter(pk=second.pk).update(completed_at=AT)
    assert sql_of(lambda: desk.get(page, year)) == before
    School.objects.update(in_use_since=AT.date())  # it has but begun: nobody is said to lack anything
    shown = desk.get(page, year).content.decode()
    assert "此前的学时尚待登记" in shown and "学时未满" not in shown


def test_a_line_that_was_noted_is_taken_back_by_whoever_keeps_them(here, clerk):
    member = members_on(here, AT.date()).last()
    actions.attend([member], Studied("培训", AT.date(), Decimal(8)), by=clerk, at=AT)
    address = reverse("theory_study:take_back", args=[NotedStudy.objects.get().pk])

    assert signed_in(member).post(address).status_code == 403
    assert signed_in(clerk).post(address).status_code == 302
    assert not NotedStudy.objects.exists()
