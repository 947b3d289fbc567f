"""What the page of a meeting says: numbers when they are known, links and buttons by what they concern."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities import actions as activities
from navmark.foundation.activities import attendance
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Presence
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.people.queries import voters_on
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.ui.tests.markup import tight
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, held, item_of


def page_of(activity, person, **asked):
    return signed_in(person).get(reverse("branch_life:meeting", args=[activity.pk]), asked).content.decode()


def test_nobody_is_counted_as_there_before_it_has_begun(branch, clerk, secretary):
    starts_at = timezone.now() + timedelta(days=3)
    plan = Plan(
        unit=branch, title="下次大会", parts=[PlannedPart(kinds.ASSEMBLY)], starts_at=starts_at, host=secretary, recorder=clerk
    )
    page = page_of(arrange(plan, by=clerk, at=timezone.now()), clerk)

    assert "应到26" in page
    assert "实到" not in page


def test_papers_are_named_with_their_format(branch, clerk):
    meeting = held(kinds.ASSEMBLY, branch, clerk, present=20)
    item_of(meeting, clerk, "审议方案", to_vote=True)
    page = page_of(meeting, clerk)

    for words in ("记录（PDF）", "记录（DOCX）", "签到表（PDF）", "签到表（DOCX）", "表决票（PDF）", "计票单（DOCX）"):
        assert f">{words}</a>" in page


def test_what_a_button_removes_is_said_on_it(branch, clerk, secretary):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk, present=20), clerk, "议题")
    task = deciding.Task("落实", secretary, DURING.date() + timedelta(days=9))
    deciding.decide(item, text="同意", tasks=[task], by=clerk, at=DURING)
    assert "删除这" not in page_of(item.part.activity, clerk)
    page = page_of(item.part.activity, clerk, edit=item.pk)

    assert "删除这项落实事项</button>" in page
    assert "删除这条决议" in page


def test_a_cancelled_meeting_has_nothing_to_print_or_to_tell(branch, clerk, secretary):
    starts_at = timezone.now() + timedelta(days=3)
    plan = Plan(unit=branch, title="下次大会", parts=[PlannedPart(kinds.ASSEMBLY)], starts_at=starts_at, recorder=clerk)
    meeting = arrange(plan, by=clerk, at=timezone.now())
    activities.cancel(meeting, because="改期", by=clerk, at=timezone.now())
    page = page_of(meeting, clerk)

    assert "已取消：改期" in page
    assert not [words for words in ("PDF", "DOCX", "复制文字") if words in page]


def test_two_who_will_talk_are_not_told_to_print_a_sign_in_sheet(branch, secretary):
    two = [secretary, voters_on(branch, DURING.date()).order_by("-pk")[0]]
    starts_at = timezone.now() + timedelta(days=3)
    plan = Plan(unit=branch, title="谈心", parts=[PlannedPart(kinds.TALK)], starts_at=starts_at, host=two[0], chosen=two)

    talk = arrange(plan, by=secretary, at=timezone.now())

    assert "sign-in-sheet" not in page_of(talk, secretary)
    assert signed_in(secretary).get(reverse("activities:sign_in_sheet", args=[talk.pk])).status_code == 404


def test_the_page_says_who_was_not_there_and_why_who_observed_and_who_may_lock(branch, clerk, secretary):
    meeting = held(kinds.ASSEMBLY, branch, clerk, present=20)
    absent = meeting.roll.filter(presence="absent").first().person
    page = page_of(meeting, clerk)

    away = page.partition("<dt>未到会</dt>")[2].partition("</dd>")[0]
    assert f"{absent.name}（缺席：公出）" in away
    assert f"您完成记录后，可由{secretary.name}" in page
    assert f'<dt>列席</dt><dd class="wide">{clerk.name}</dd>' in tight(page) or meeting.roll.filter(person=clerk).exists()


def test_a_finding_names_the_people_and_leads_to_where_it_is_mended(branch, clerk):
    meeting = held(kinds.ASSEMBLY, branch, clerk)
    attendance.mark(meeting, {meeting.host: Mark(Presence.UNKNOWN)}, by=clerk, at=DURING)
    page = page_of(meeting, clerk)

    assert f"还有1人未登记到会：{meeting.host.name}" in page
    assert f'<a href="{reverse("activities:roll", args=[meeting.pk])}">去更正</a>' in page
