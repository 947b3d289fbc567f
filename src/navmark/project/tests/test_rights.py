"""The page says of every kind who may do what, and only what the kinds say; its sheet says the same."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.people.models import Engagement, EngagementKind
from navmark.foundation.people.tests.factories import a_branch, a_person, a_staff_member, a_viewer, signed_in
from navmark.pillars.demonstration.branch_life import kinds
from navmark.project.rights import kinds_held, label_of, matrix, rights


@pytest.fixture
def chinese(inside):
    a_branch(members=6, committee=3, groups=1)
    with override("zh-hans"):
        yield


def _held() -> list[Kind]:
    return kinds_held(a_viewer(a_staff_member()))


def _of(title: str) -> dict[str, str]:
    row = next(row for row in rights(_held()) if row.title == title)
    return {act.sign: words for act, words in row.acts}


def test_it_says_of_each_kind_who_may_do_what(chinese):
    said = _of("支委会")

    assert said["到"] == said["票"] == "支部委员"
    assert "党务干事" in said["安"] and "党务干事" not in said["核"]
    assert "党员" not in said["看"].split("、")


def test_a_right_that_hangs_on_two_things_says_both(chinese):
    assert label_of("author:committee") == "发起人（支部委员）"


def test_the_sheet_has_a_row_for_each_circle_and_a_column_for_each_kind(chinese):
    sheet = matrix(_held(), school="启明实验小学", on=date(2026, 11, 24))

    assert {row.width for row in sheet.rows} == {len(sheet.columns)}
    clerk = next(row for row in sheet.rows if row.label == "党务干事")
    talk = sheet.columns.index(str(kind(kinds.TALK).title))
    assert clerk.cells[talk] == ""
    assert "安" in clerk.cells[0] and "核" not in clerk.cells[0]


def test_a_colleague_reads_it_and_prints_it_and_a_community_worker_does_not(inside):
    a_branch(members=6, committee=3, groups=1)
    worker = a_person()
    Engagement.objects.create(person=worker, kind=EngagementKind.COMMUNITY)
    browser, outside = signed_in(a_staff_member()), signed_in(worker)

    assert "发起人（支部委员）" in browser.get(reverse("rights")).content.decode()
    assert b"".join(browser.get(reverse("rights-sheet")).streaming_content).startswith(b"%PDF")
    assert [outside.get(reverse(page)).status_code for page in ("rights", "rights-sheet")] == [403, 403]
