"""谈心谈话 through the year (A22; vector 28 of the rules): reminded alone, counted, and named to the secretary only."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities import attendance
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.cadence.queries import owed_by, with_states
from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.notices.reminding import remind
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import committee_on, members_on
from navmark.foundation.people.tests.factories import a_member, a_viewer, holder, signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.talks import talks_for
from navmark.project.chores import keep_duties

PAGE = "branch_life:talks"
TODAY = date(2026, 11, 24)


def at(year, month, day, hour=9):
    return datetime(year, month, day, hour, tzinfo=timezone.get_current_timezone())


def talked(branch, one, other, when):
    plan = Plan(
        unit=branch, title="谈心谈话", parts=[PlannedPart(kinds.TALK)], starts_at=when, ends_at=when + timedelta(minutes=30),
        host=one, recorder=one, chosen=(one, other),
    )  # fmt: skip
    activity = arrange(plan, by=one, at=when)
    attendance.all_others_present(activity, by=one, at=when + timedelta(minutes=1))
    signing.submit(record_of(activity), by=one, at=when + timedelta(hours=1))
    return activity


@pytest.fixture
def ordinary(branch):
    """Members without an office."""
    posted = [*committee_on(branch, TODAY).values_list("pk", flat=True)]
    return list(members_on(branch, TODAY).exclude(pk__in=posted).exclude(posts__kind=PostKind.GROUP_LEADER).order_by("pk"))


@pytest.fixture
def early(branch, ordinary):
    """Vector 28: one pair talked on 2026-06-03; a third last talked on 2025-11-20."""
    talked(branch, ordinary[0], ordinary[1], at(2026, 6, 3))
    talked(branch, ordinary[2], ordinary[3], at(2025, 11, 20))
    return ordinary


def state(person, on):
    (one,) = with_states(Duty.objects.filter(cadence__code="talk", subject_id=person.pk, period_key="2026"), on)
    return one.state


def told(person):
    return {row.kind for row in Notice.objects.filter(person=person, title="谈心谈话")}


def test_a_talk_of_june_is_this_years_and_one_of_last_november_is_not(early):
    assert [state(person, TODAY) for person in early[:4]] == [DutyState.DONE] * 2 + [DutyState.DUE] * 2


def test_it_is_overdue_from_new_year_and_not_before(early):
    assert [state(early[2], day) for day in (date(2026, 12, 31), date(2027, 1, 1))] == [DutyState.TODAY, DutyState.LATE]


def test_who_has_not_talked_is_reminded_from_october_alone_and_once(early, secretary):
    remind(at(2026, 9, 30))
    assert not told(early[2])

    remind(at(2026, 10, 8))  # the first working day of October
    remind(at(2026, 10, 9))
    remind(at(2026, 12, 28))

    assert (told(early[2]), told(early[0])) == ({NoticeKind.COMING}, set())
    duty = Duty.objects.get(cadence__code="talk", subject_id=early[2].pk, period_key="2026")
    assert [row.person for row in Notice.objects.filter(subject_id=duty.pk)] == [early[2]]


def test_after_new_year_it_is_said_once_more(early):
    remind(at(2026, 10, 8))
    remind(at(2027, 1, 4))
    remind(at(2027, 1, 5))

    assert told(early[2]) == {NoticeKind.COMING, NoticeKind.LATE}


def test_until_october_it_does_not_stand_among_what_is_to_do(early):
    def waiting(on):
        return [one.title for one in owed_by([early[2].pk], on=on)]

    assert (waiting(date(2026, 9, 30)), waiting(date(2026, 10, 1))) == ([], ["谈心谈话"])


def test_a_member_sees_the_own_talk_and_nobody_elses(branch, early):
    one, _other, third = early[:3]
    with_talk, without = (signed_in(person).get(reverse(PAGE), {"year": "2026"}).content.decode() for person in (one, third))

    assert "本人已谈" in with_talk and "6月3日" in with_talk
    assert "本人尚未谈" in without and "6月3日" not in without
    for page in (with_talk, without):
        assert "名党员" not in page.split("<h1>")[1].split("</h1>")[0]
        assert not [person.name for person in members_on(branch, TODAY) if person not in (one, third) and person.name in page]


def test_the_committee_and_the_clerk_read_a_number_and_no_name(branch, early, clerk):
    third = committee_on(branch, TODAY).exclude(posts__kind=PostKind.SECRETARY).first()
    left = members_on(branch, TODAY).count() - 2

    for person in (clerk, third):
        page = signed_in(person).get(reverse(PAGE), {"year": "2026"}).content.decode()
        assert f"还有{left}名党员尚未谈" in page
        assert not [one.name for one in members_on(branch, TODAY) if one != person and one.name in page]


def test_the_secretary_reads_who_has_none_in_reading_order_and_not_who_talked_with_whom(branch, early, secretary):
    page = signed_in(secretary).get(reverse(PAGE), {"year": "2026"}).content.decode()
    named = talks_for(a_viewer(secretary, on=TODAY), 2026).names

    assert named[0] == secretary and len(named) == members_on(branch, TODAY).count() - 2
    assert early[2].name in page
    assert early[0].name not in page and early[1].name not in page


def test_the_clerk_is_offered_no_talk_to_arrange(branch, clerk, ordinary):
    address = reverse("activities:plan", args=[kinds.TALK])

    assert address in signed_in(ordinary[0]).get(reverse(PAGE)).content.decode()
    assert address not in signed_in(clerk).get(reverse(PAGE)).content.decode()
    assert signed_in(clerk).get(address).status_code == 403


def test_thirty_more_members_cost_no_query(branch, secretary):
    client = signed_in(secretary)

    def statements():
        with CaptureQueriesContext(connection) as caught:
            page = client.get(reverse(PAGE), {"year": "2026"}).content.decode()
        return len(caught), page

    client.get(reverse(PAGE))
    before, _page = statements()
    more = [a_member(branch) for _number in range(30)]
    keep_duties(at(2026, 11, 20))
    after, page = statements()

    assert after == before
    assert all(person.name in page for person in more)


def test_a_talk_counts_in_no_table_of_the_committee(branch, early):
    third = holder(PostKind.ORGANISATION)
    page = signed_in(third).get(reverse("branch_life:led"), {"year": "2026"}).content.decode()
    (line,) = [row.split("</tr>")[0] for row in page.split("<tr>") if early[0].name in row]

    assert ">0<" in line and ">1<" not in line


def test_both_versions_of_a_talk_are_kept_on_no_computer(early, branch):
    """What the page's script keeps of a form in a sealed place stays in its window (tests/journeys/test_drafts.py)."""
    activity = talked(branch, early[4], early[5], timezone.now())
    signing.reopen(record_of(activity), by=early[4], at=timezone.now())
    writer, address = signed_in(early[4]), reverse("branch_life:note", args=[activity.parts.get().pk])
    writer.post(address, {"content": "先写的", "revision": "0"})

    answer = writer.post(address, {"content": "后写的", "revision": "0"})

    assert answer.status_code == 409
    assert "先写的" in answer.content.decode()
    assert "data-sealed" in answer.content.decode()
