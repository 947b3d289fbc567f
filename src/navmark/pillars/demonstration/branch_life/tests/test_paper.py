"""What stands on paper comes from the rows of the meeting's own day."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.activities.register.common import of_year, worksheet
from navmark.foundation.activities.shelves import shelf
from navmark.foundation.people.models import UnitMembership
from navmark.foundation.people.queries import party_groups
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.tables.writing import workbook
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import START, held, item_of


def roll_of(activity):
    return facts.records_of(activity)[activity.parts.get()].roll


def test_the_sign_in_sheet_names_the_group_that_each_belonged_to_that_day(branch, clerk, secretary):
    meeting = held(kinds.ASSEMBLY, branch, clerk)
    first, second, *_rest = party_groups(branch, START.date())
    UnitMembership.objects.filter(person=secretary).update(to_day=START.date())
    UnitMembership.objects.create(person=secretary, unit=second, from_day=START.date() + timedelta(days=1))

    groups = {one.name: one.group for one in roll_of(meeting)}

    assert groups[secretary.name] == first.name
    assert set(groups.values()) == {group.name for group in party_groups(branch, START.date())}


@pytest.mark.parametrize("sheet", ["activities:sign_in_sheet", "proceedings:slips", "proceedings:tally"])
def test_what_is_printed_for_the_meeting_is_also_a_file_to_edit(sheet, branch, clerk):
    meeting = held(kinds.ASSEMBLY, branch, clerk)
    item_of(meeting, clerk, "审议年度计划", to_vote=True)
    place = [meeting.pk if sheet == "activities:sign_in_sheet" else meeting.parts.get().pk]
    client = signed_in(clerk)
    page = client.get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()

    for form, start in (("", b"%PDF"), ("_docx", b"PK")):
        address = reverse(f"{sheet}{form}", args=place)
        assert address in page
        assert client.get(address).getvalue().startswith(start)


def test_the_register_says_what_is_planned_held_and_locked_in_numbers_and_days(branch, clerk, secretary):
    planned = arrange(a_plan(branch, START + timedelta(days=7)), by=clerk, at=START)
    held(kinds.COMMITTEE, branch, clerk)
    closed = held(kinds.COMMITTEE, branch, clerk, starts_at=START + timedelta(days=1))
    signing.submit(record_of(closed), by=clerk, at=START + timedelta(days=1))
    signing.lock(record_of(closed), snapshot=facts.snapshot_of(closed), by=secretary, at=START + timedelta(days=1))

    book = workbook([worksheet(of_year(shelf("branch_life"), Activity.objects.all(), 2026), "登记")])
    _title, head, *lines = load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True)
    rows = [dict(zip(head, line, strict=True)) for line in lines]

    assert [row["状态"] for row in rows] == ["已召开", "已锁定", "已安排"]
    assert [(row["序号"], row["应到"], row["实到"]) for row in rows] == [(1, 5, 5), (2, 5, 5), (3, 5, None)]
    assert [row["日期"].date() for row in rows] == [START.date(), closed.day, planned.day]


def a_plan(branch, starts_at) -> Plan:
    return Plan(unit=branch, title="会议", parts=[PlannedPart(kinds.COMMITTEE)], starts_at=starts_at)
