"""A year of study from the roll to the register: whoever was there has the hours, nobody types them, nobody is ranked."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.activities.part_papers import write
from navmark.foundation.cadence.models import Duty
from navmark.foundation.links.actions import link
from navmark.foundation.people import actions as people
from navmark.foundation.people.models import PostKind, Unit
from navmark.foundation.people.queries import branches, members_on
from navmark.foundation.people.tests.factories import a_branch, a_staff_member, holder, our_school, signed_in
from navmark.foundation.printing.as_text import plain
from navmark.foundation.programme.at_a_stroke import held, plan_of
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.known import register
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.theory_study import actions, refusals
from navmark.pillars.demonstration.theory_study.actions import Studied
from navmark.pillars.demonstration.theory_study.counts import counts
from navmark.pillars.demonstration.theory_study.models import NotedStudy
from navmark.pillars.demonstration.theory_study.sessions import PLAN, sessions_of, together
from navmark.pillars.demonstration.theory_study.sheets import of_person
from navmark.pillars.demonstration.theory_study.waiting import open_hours
from navmark.pillars.demonstration.theory_study.year import StudyYear

AT = datetime(2026, 11, 23, 16, 30, tzinfo=get_current_timezone())
SINCE, TODAY = date(2026, 1, 1), date(2026, 11, 23)


@pytest.fixture(scope="module")
def at_work(lasting):
    return lasting(_a_branch)


def _a_branch():
    with within(our_school(since=SINCE)):
        branch = a_branch(members=6, probationary=0, committee=3, groups=1)
        establish_programme(at=AT - timedelta(days=300))
    return branch.pk


@pytest.fixture
def here(at_work, inside):
    return Unit.fresh(at_work)


@pytest.fixture
def clerk(here):
    return holder(PostKind.CLERK)


def a_session(kind="party_lecture", *, away=(), clerk, submit=True, minutes=90):
    """Held by the secretary; whoever is away was on leave."""
    plan = plan_of(
        kind, branches(AT.date())[0], AT, host=holder(PostKind.SECRETARY), recorder=clerk, length=timedelta(minutes=minutes)
    )
    activity = held(
        plan,
        planned_at=AT - timedelta(days=4),
        at=AT + timedelta(hours=1),
        marks=dict.fromkeys(away, Mark(Presence.LEAVE, "外出")),
    )
    if kind == "party_lecture":
        write(activity.parts.get(), {"outline": "讲师德"}, by=clerk, at=AT)
    return submitted(activity, by=clerk) if submit else activity


def submitted(activity, *, by):
    signing.submit(record_of(Activity.fresh(activity.pk)), by=by, at=AT + timedelta(hours=2))
    return activity


def lines(branch):
    return {one.person: one for one in StudyYear(2026, on=AT.date(), in_use_since=SINCE).of_branch(branch)}


def test_whoever_was_there_has_the_hours_while_the_record_is_complete(here, clerk):
    away = members_on(here, AT.date()).last()
    activity = a_session(away=[away], clerk=clerk, submit=False)
    assert not sessions_of(2026)

    submitted(activity, by=clerk)
    found = lines(here)
    assert {one.law.hours for person, one in found.items() if person != away} == {Decimal(2)}  # ninety minutes; nobody typed it
    assert (found[away].law.hours, [why for _one, why, _made_up in found[away].missed]) == (0, ["外出"])
    assert counts(AT.date()) == {"sessions": 1, "hours": 2, "there": len(found) - 1}

    signing.reopen(record_of(activity), by=clerk, at=AT + timedelta(hours=3))
    assert {one.law.hours for one in lines(here).values()} == {0}


def test_what_was_missed_is_made_up_once_and_never_by_an_app(here, clerk):
    away = members_on(here, AT.date()).last()
    activity = a_session(away=[away], clerk=clerk)
    session = sessions_of(2026)[activity.pk]

    def make_up(what="补学党课", hours=2, on=TODAY, who=(away,)):
        return actions.make_up(session, list(who), Studied(what, on, Decimal(hours)), by=clerk, at=AT)

    for refusal, wrong in (
        (refusals.NotOrganised, {"what": "学习强国积分30分"}), (refusals.MoreThanTheSession, {"hours": 3}),
        (refusals.NothingMissed, {"who": ()}), (refusals.AheadOfToday, {"on": AT.date() + timedelta(days=1)}),
    ):  # fmt: skip
        with pytest.raises(refusal):
            make_up(**wrong)
    assert make_up() == make_up() == 1
    line = lines(here)[away]
    assert (line.made_up, line.law.hours, line.missed[0][2]) == (2, 2, True)

    activity.roll.filter(person=away).update(presence=Presence.PRESENT)  # she was there after all: no hour counts twice
    assert lines(here)[away].law.hours == 2


def test_an_occasion_that_asks_no_hours_takes_them_from_its_line_of_the_plan(here, clerk):
    activity = a_session("branch_assembly", clerk=clerk)
    assert sessions_of(2026)[activity.pk].hours is None

    entry = add(
        register(PLAN), EntryHead(here, "学习", AT.date(), clerk), {"who": "党员", "hours": Decimal("1.5")}, by=clerk, at=AT
    )
    link(ENTRY, entry, [((ACTIVITY, activity.pk), activity.title)], by=clerk, at=AT)

    assert {one.law.hours for one in lines(here).values()} == {Decimal("1.5")}
    shown = signed_in(clerk).get(reverse("theory_study:plan", args=[entry.pk])).content.decode()
    assert "1.5学时" in shown and f"到会{len(lines(here))}人" in shown


@pytest.mark.parametrize(
    ("said", "lasted", "hours"),
    [([], 2, None), ([3], 2, 3), ([1, 1], 2, 2), ([2, 2], 2, 2), ([1, 3], 2, 3), ([1, 1], None, 2)],
)
def test_several_parts_of_one_occasion_never_count_more_than_it_lasted(said, lasted, hours):
    given = [Decimal(one) for one in said]

    assert together(given, None if lasted is None else Decimal(lasted)) == hours


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
    assert not any(one.findings for one in year.of_branch(here))

    first, *_others = lines(here)
    actions.bring({first: Decimal(20)}, what="纸质登记表", on=date(2026, 9, 1), by=clerk, at=AT)
    assert [one.person for one in year.of_branch(here) if one.findings] == [first]
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
    sheet = of_person(of_2026.of_person(away, here), of_2026, branch=here.name)
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


def test_a_line_that_was_noted_is_taken_back_by_whoever_keeps_them(here, clerk):
    member = members_on(here, AT.date()).last()
    actions.attend([member], Studied("培训", AT.date(), Decimal(8)), by=clerk, at=AT)
    address = reverse("theory_study:take_back", args=[NotedStudy.objects.get().pk])

    assert signed_in(member).post(address).status_code == 403
    assert signed_in(clerk).post(address).status_code == 302
    assert not NotedStudy.objects.exists()
