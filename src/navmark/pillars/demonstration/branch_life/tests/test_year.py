"""一览表: what of the year's cadence is covered, with a way to each meeting the viewer may see; one A4 whatever the branch."""

import io
import re
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.activities.shelves import shelf
from navmark.foundation.activities.year import words
from navmark.foundation.activities.year.queries import year_for
from navmark.foundation.cadence import actions as cadence
from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import committee_on, members_on, party_groups
from navmark.foundation.people.tests.factories import a_branch, a_post, a_viewer, holder, signed_in
from navmark.foundation.printing.matrix import matrix_pdf
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.ui.tests.markup import tight
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.conftest import a_branch_at_work
from navmark.pillars.demonstration.branch_life.tests.scenes import START, held
from navmark.project.chores import keep_duties

PAGE, SHELF = "branch_life:year", shelf("branch_life")
TODAY = date(2026, 11, 24)


def at(month, day, year=2026):
    return datetime(year, month, day, 16, 30, tzinfo=timezone.get_current_timezone())


def recorded(kind, unit, clerk, starts_at):
    """A meeting whose record is submitted: what was due is done."""
    activity = held(kind, unit, clerk, starts_at=starts_at)
    signing.submit(record_of(activity), by=clerk, at=starts_at + timedelta(hours=2))
    return activity


def rows_for(person, year=2026, on=TODAY):
    return {(row.kind.code, row.unit.name): row for row in year_for(a_viewer(person, on=on), SHELF, year).rows}


def cell(row, month):
    return next(one for one in row.cells if one.first_month <= month < one.first_month + one.months)


@pytest.fixture(scope="module")
def at_work(lasting):
    """In use since October."""
    return lasting(lambda: a_branch_at_work(since=date(2026, 10, 1)))


@pytest.fixture
def member(branch):
    posted = [person.pk for person in (*committee_on(branch, TODAY), holder(PostKind.GROUP_LEADER))]
    return members_on(branch, TODAY).exclude(pk__in=posted).exclude(posts__kind=PostKind.GROUP_LEADER).first()


@pytest.fixture
def leader(branch):
    return holder(PostKind.GROUP_LEADER, party_groups(branch, TODAY).first())


def test_each_period_says_what_was_asked_and_what_was_held(branch, clerk, secretary):
    keep_duties(at(10, 9))
    recorded(kinds.COMMITTEE, branch, clerk, at(10, 12))
    open_record = held(kinds.COMMITTEE, branch, clerk)
    assembly = recorded(kinds.ASSEMBLY, branch, clerk, at(10, 20))

    rows = rows_for(secretary)
    committee, theme = rows[kinds.COMMITTEE, branch.name], rows[kinds.THEME_DAY, branch.name]

    assert [cell(committee, month).state for month in (9, 10, 11, 12)] == [
        None, DutyState.DONE, DutyState.DUE, DutyState.COMING,
    ]  # fmt: skip
    assert (committee.held, committee.asked, committee.total) == (2, 3, "2/3")
    assert [(one.pk, one.state) for one in cell(committee, 11).meetings] == [(open_record.pk, "held")]
    assert (cell(theme, 10).state, theme.late) == (DutyState.LATE, 1)
    autumn = cell(rows[kinds.ASSEMBLY, branch.name], 12)
    assert (autumn.months, autumn.state, [one.pk for one in autumn.meetings]) == (3, DutyState.DONE, [assembly.pk])
    assert cell(rows[kinds.LIFE_MEETING, branch.name], 1).state == DutyState.WAITING


def test_a_yearly_meeting_of_spring_stands_in_the_year_it_closes(branch, clerk, secretary):
    meeting = recorded(kinds.LIFE_MEETING, branch, clerk, at(1, 20, 2027))

    ended, begun = (rows_for(secretary, year, on=date(2027, 1, 24))[kinds.LIFE_MEETING, branch.name] for year in (2026, 2027))

    assert [(one.pk, one.label) for one in ended.cells[0].meetings] == [(meeting.pk, "2027年1月20日")]
    assert (ended.cells[0].state, begun.cells[0].meetings) == (DutyState.DONE, ())


def test_what_is_not_needed_is_said_and_not_asked_for(branch, clerk, secretary):
    duty = Duty.objects.get(cadence__code="committee", period_key="2026-11")
    cadence.excuse(duty, reason="全员外出培训", by=secretary, at=START)

    committee = rows_for(secretary)[kinds.COMMITTEE, branch.name]

    assert (cell(committee, 11).word, cell(committee, 11).times) == (DutyState.EXCUSED.label, 0)
    assert "本期无需" in signed_in(secretary).get(reverse(PAGE), {"year": "2026"}).content.decode()


def test_a_second_meeting_makes_up_for_no_other_month(branch, clerk, secretary):
    recorded(kinds.COMMITTEE, branch, clerk, at(11, 5))
    recorded(kinds.COMMITTEE, branch, clerk, at(11, 12))

    committee = rows_for(secretary)[kinds.COMMITTEE, branch.name]

    assert (committee.held, len(cell(committee, 11).meetings)) == (1, 2)


def test_it_says_how_many_were_held_as_one_number(branch, clerk, secretary):
    """A second meeting of a month, and one that nobody asked for, stand in the title as they stand at the foot."""
    keep_duties(at(10, 9))
    for day in (5, 12):
        recorded(kinds.COMMITTEE, branch, clerk, at(11, day))
    recorded(kinds.ORGANISATION, branch, clerk, at(11, 9))
    shown = year_for(a_viewer(secretary, on=TODAY), SHELF, 2026)

    assert (shown.held, sum(shown.by_month), sum(row.held for row in shown.rows)) == (2, 2, 2)


def test_the_title_is_the_answer(branch, clerk, secretary, leader):
    keep_duties(at(10, 9))
    recorded(kinds.THEME_DAY, branch, clerk, at(10, 12))
    group = party_groups(branch, TODAY).first()
    recorded(kinds.GROUP, group, clerk, at(10, 13))

    def title(person):
        viewer = a_viewer(person, on=TODAY)
        return words.answer(year_for(viewer, SHELF, 2026), viewer)

    # Three months of six meetings each, two of the quarter, two of the 年度; of October's six only two were held.
    assert title(secretary) == "2026年：应开22次，已开2次，4项到期未办"
    assert title(leader) == f"2026年{group.name}：应开3次，已开1次，均未逾期"
    plain = [next(one for one in members_on(unit, TODAY) if not one.posts.exists()) for unit in party_groups(branch, TODAY)]
    assert [title(one) for one in plain[:2]] == ["2026年：已开2次", "2026年：已开1次"]  # another group's meeting is not hers


def test_before_the_product_was_in_use_nothing_is_asked(branch, secretary):
    shown = rows_for(secretary, 2025)

    assert {cell.state for row in shown.values() for cell in row.cells} == {None}
    assert sum(row.asked for row in shown.values()) == 0


def test_a_cell_leads_to_its_meeting_in_words_and_sign(branch, clerk, secretary):
    meeting = recorded(kinds.THEME_DAY, branch, clerk, at(timezone.localdate().month, 1, timezone.localdate().year))
    page = signed_in(secretary).get(reverse(PAGE)).content.decode()

    assert f'href="{reverse("branch_life:meeting", args=[meeting.pk])}"' in page
    assert '●</span><span class="visually-hidden">已完成' in tight(page) and "待锁定" in page


def test_this_years_table_opens_at_this_month_and_another_years_at_its_beginning(branch, secretary):
    today, browser = timezone.localdate(), signed_in(secretary)
    page = browser.get(reverse(PAGE)).content.decode()

    assert page.count("data-now") == 1
    assert f'data-now aria-current="date">{today.month}月</th>' in tight(page)
    assert "data-now" not in browser.get(reverse(PAGE), {"year": today.year + 1}).content.decode()


def test_a_member_is_led_only_where_the_door_opens_and_sees_nobody_behind(branch, clerk, member):
    keep_duties(at(9, 2))
    secret = recorded(kinds.COMMITTEE, branch, clerk, at(11, 5))
    seen = recorded(kinds.THEME_DAY, branch, clerk, at(11, 6))
    client = signed_in(member)

    page = client.get(reverse(PAGE), {"year": "2026"}).content.decode()

    assert str(seen.pk) in page and str(secret.pk) not in page
    assert "支委会" not in page and "到期未办" not in page
    assert client.get(reverse("branch_life:meeting", args=[seen.pk])).status_code == 200
    assert client.get(reverse("branch_life:meeting", args=[secret.pk])).status_code == 404


def test_a_group_that_met_with_the_committee_is_linked_for_those_who_were_asked(branch, clerk, secretary, member):
    group = party_groups(branch, TODAY).exclude(memberships__person=member).first()
    parts = [PlannedPart(kind) for kind in (kinds.GROUP, kinds.COMMITTEE)]
    gathering = arrange(Plan(unit=group, title="活动", parts=parts, starts_at=START), by=clerk, at=START)

    row = rows_for(secretary)[kinds.GROUP, group.name]
    assert [one.pk for one in cell(row, 11).meetings] == [gathering.pk]
    assert (kinds.GROUP, group.name) not in rows_for(member)  # an empty row would say that the group never met
    assert signed_in(member).get(reverse("branch_life:meeting", args=[gathering.pk])).status_code == 404


def test_a_leader_sees_what_the_own_group_owes_and_no_other(branch, leader):
    keep_duties(at(9, 2))
    groups = list(party_groups(branch, TODAY))
    rows = rows_for(leader)

    assert {unit for kind, unit in rows if kind == kinds.GROUP} == {groups[0].name}
    assert rows[kinds.GROUP, groups[0].name].owed and rows[kinds.GROUP, groups[0].name].late


def pages_of(pdf):
    return PdfReader(io.BytesIO(pdf)).pages


def test_the_sheet_is_one_page_across_with_what_the_page_says(branch, clerk, secretary):
    recorded(kinds.THEME_DAY, branch, clerk, at(11, 6))
    client = signed_in(secretary)

    answer = client.get(reverse("activities:year_sheet", args=[SHELF.code]), {"year": "2026"})
    body = b"".join(answer.streaming_content)
    (page,) = pages_of(body)
    text = "".join(page.extract_text().split())

    assert page.mediabox.width > page.mediabox.height
    assert all(words in text for words in ("2026年组织生活一览表", branch.name, "第四党小组", "●6日", "●已完成", "应开"))
    assert b"".join(client.get(reverse("activities:year_sheet", args=[SHELF.code]), {"year": "2026"}).streaming_content) == body


def test_three_branches_of_four_groups_with_two_meetings_a_month_still_fit(branch, clerk, secretary):
    for number in "二三":
        other = a_branch(
            members=8, probationary=0, committee=3, groups=4, clerk=False, name=f"中共启明实验小学第{number}支部委员会"
        )
        a_post(secretary, PostKind.CLERK, unit=other)  # a year shows the branches that are the viewer's
    keep_duties(at(9, 2))
    for month in (9, 10, 11):
        for day in (5, 19):
            recorded(kinds.COMMITTEE, branch, clerk, at(month, day))
            recorded(kinds.GROUP, party_groups(branch, TODAY).first(), clerk, at(month, day + 1))
    viewer = a_viewer(secretary, on=TODAY)
    matrix = words.printed(SHELF, year_for(viewer, SHELF, 2026), viewer, TODAY)

    (page,) = pages_of(matrix_pdf(matrix))

    assert len(matrix.rows) == 3 * (1 + 7 + 4) + 1
    assert "第三支部" in page.extract_text()


def test_the_register_is_what_the_viewer_may_see(branch, clerk, secretary, member):
    recorded(kinds.COMMITTEE, branch, clerk, at(11, 5))
    recorded(kinds.THEME_DAY, branch, clerk, at(11, 6))

    def days(person):
        answer = signed_in(person).get(reverse("activities:register_table", args=[SHELF.code]), {"year": "2026"})
        book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
        return [f"{row[1].value:%Y-%m-%d}" for row in book.active.iter_rows(min_row=3)]

    assert days(secretary) == ["2026-11-05", "2026-11-06"]
    assert days(member) == ["2026-11-06"]


def test_thirty_meetings_and_three_branches_cost_what_one_costs(branch, clerk, secretary):
    recorded(kinds.GROUP, party_groups(branch, TODAY).first(), clerk, at(9, 3))
    client = signed_in(secretary)

    def statements():
        with CaptureQueriesContext(connection) as caught:
            page = client.get(reverse(PAGE), {"year": "2026"}).content.decode()
        return len(caught), len(re.findall('href="/demonstration/branch-life/meetings/[0-9a-f]{8}-', page))

    client.get(reverse(PAGE))
    before, links = statements()
    assert (before <= 11, links) == (True, 1)  # one of them reads the kinds of the school
    other = a_branch(members=8, probationary=0, committee=3, groups=4, clerk=False, name="第二支部")
    a_post(secretary, PostKind.CLERK, unit=other)
    for number in range(29):
        day = at(9 + number % 2, 1 + number % 28)
        plan = Plan(unit=branch, title="会议", parts=[PlannedPart(kinds.THEME_DAY)], starts_at=day)
        arrange(plan, by=clerk, at=day)
    assert statements() == (before, 30)


def test_a_locked_meeting_needs_no_word(branch, clerk, secretary):
    meeting = recorded(kinds.COMMITTEE, branch, clerk, at(11, 5))
    signing.lock(record_of(meeting), snapshot=facts.snapshot_of(meeting), by=secretary, at=at(11, 6))

    (one,) = cell(rows_for(secretary)[kinds.COMMITTEE, branch.name], 11).meetings

    assert (one.state, one.word, one.label) == ("locked", "", "5日")
