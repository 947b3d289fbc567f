"""导出资料: each takes what the product shows her, no talk, no pupil without a purpose, and it is noted before it leaves."""

import io
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from navmark.foundation.activities import attendance
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_member,
    a_post,
    a_pupil,
    a_staff_member,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.privacy.models import AccessEntry
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.project import exporting

ROSTERS = ["名册/党员.xlsx", "名册/教职工.xlsx"]
PUPILS = "名册/学生.xlsx"


def submitted(branch, kind, *, hours_ago, host, recorder, chosen=()):
    start = timezone.now() - timedelta(hours=hours_ago)
    plan = Plan(
        unit=branch, title=f"会议{kind}", parts=[PlannedPart(kind)], starts_at=start, ends_at=start + timedelta(hours=1),
        host=host, recorder=recorder, chosen=chosen,
    )  # fmt: skip
    activity = arrange(plan, by=recorder, at=start)
    attendance.all_others_present(activity, by=recorder, at=start + timedelta(minutes=5))
    signing.submit(record_of(activity), by=recorder, at=start + timedelta(hours=2))
    return activity


@pytest.fixture
def branch(inside):
    """A general meeting, a committee meeting, and a talk between two members: all three submitted."""
    branch = a_branch()
    clerk, secretary = holder(PostKind.CLERK), holder(PostKind.SECRETARY)
    one, other = members_on(branch, timezone.localdate()).exclude(pk=secretary.pk)[:2]
    submitted(branch, kinds.ASSEMBLY, hours_ago=9, host=secretary, recorder=clerk)
    submitted(branch, kinds.COMMITTEE, hours_ago=6, host=secretary, recorder=clerk)
    submitted(branch, kinds.TALK, hours_ago=3, host=one, recorder=one, chosen=(one, other))
    a_pupil(a_class())
    return branch


def take(person, **more):
    answer = signed_in(person).post(reverse("export"), {"year": f"{timezone.localdate().year}", **more})
    assert answer.status_code == 200 and answer.streaming, answer.content
    return ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def records(file):
    return [name for name in file.namelist() if name.endswith(".pdf")]


@pytest.mark.parametrize("post", [PostKind.SECRETARY, PostKind.CLERK])
def test_the_branch_takes_rosters_register_and_records_and_no_talk(branch, post):
    file = take(holder(post))

    assert file.testzip() is None
    assert file.namelist()[:3] == [*ROSTERS, f"{timezone.localdate().year}年度组织生活登记.xlsx"]
    assert len(records(file)) == 2
    assert all(file.read(name).startswith(b"%PDF") for name in records(file))
    assert not [name for name in file.namelist() if "谈" in name]
    rows = list(load_workbook(io.BytesIO(file.read(file.namelist()[2]))).active.iter_rows(min_row=3, values_only=True))
    assert {row[4] for row in rows} == {"会议branch_assembly", "会议committee_meeting"}


def test_an_administrator_takes_the_rosters_and_no_meeting(branch):
    file = take(an_administrator())

    assert file.namelist() == ROSTERS


def test_an_administrator_who_is_a_member_takes_what_members_see(branch):
    person = a_member(branch)
    a_post(person, PostKind.ADMINISTRATOR)

    (name,) = records(take(person))
    assert "党员大会" in name


def test_the_pupils_roster_needs_a_purpose_and_is_noted_with_it(branch):
    clerk = holder(PostKind.CLERK)
    refused = signed_in(clerk).post(reverse("export"), {"year": f"{timezone.localdate().year}", "pupils": "on"})
    assert (refused.status_code, AuditEntry.objects.filter(kind="people.exported").exists()) == (422, False)

    assert PUPILS in take(clerk, pupils="on", purpose="学籍核对").namelist()
    assert PUPILS not in take(clerk).namelist()
    with_pupils, without = AuditEntry.objects.filter(kind="people.exported").order_by("at")
    assert (with_pupils.by, "true" in with_pupils.payload, "true" in without.payload) == (clerk.pk, True, False)
    (logged,) = AccessEntry.objects.all()
    assert (logged.by, logged.words) == (clerk.pk, "学籍核对")


def test_it_is_noted_though_the_download_breaks_off(branch):
    secretary = holder(PostKind.SECRETARY)
    answer = signed_in(secretary).post(reverse("export"), {"year": f"{timezone.localdate().year}"})
    next(iter(answer.streaming_content))  # and no more of it

    assert AuditEntry.objects.get(kind="people.exported").by == secretary.pk


def test_it_comes_piece_by_piece(branch, school):
    year, made = timezone.localdate().year, []

    def pieces():
        for piece in exporting.contents(year, timezone.localdate()):
            made.append(piece[0])
            yield piece

    stream = exporting.zipped(pieces(), school)
    next(stream)
    assert len(made) == 1


def test_ordinary_people_take_nothing(branch):
    for person in (a_member(branch), a_staff_member()):
        client = signed_in(person)
        assert client.get(reverse("export")).status_code == 403
        assert client.post(reverse("export"), {"year": "2026"}).status_code == 403


def test_nothing_of_the_neighbour_is_in_it(branch, neighbour):
    with within(neighbour):
        stranger = a_member(a_branch(members=4, probationary=0, committee=1, groups=1))
    file = take(holder(PostKind.SECRETARY), pupils="on", purpose="核对")

    sheets = [load_workbook(io.BytesIO(file.read(name))).active for name in [*ROSTERS, PUPILS]]
    words = {cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row}
    assert holder(PostKind.SECRETARY).name in words and stranger.name not in words
