"""An occasion of a kind from data is planned, counted, written, completed and printed by the room alone."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from navmark.foundation.activities import attendance
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions import actions
from navmark.foundation.activities.occasions.tests.scene import an_occasion, make_school
from navmark.foundation.activities.refusals import NotYetBegun, TooEarly
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.people.actions import note_absence
from navmark.foundation.people.models import AbsenceKind, UnitMembership
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.tenancy.scope import within

OK, UNFIT, NO = 200, 422, 403


@pytest.fixture
def here(inside):
    return make_school()


def now():
    return timezone.now()


def test_it_is_planned_with_its_paper_and_the_number_expected(here, school):
    head = signed_in(here.moral_head)
    day = timezone.localdate()
    told = {"day": day.isoformat(), "start": "00:01", "end": "", "place": "操场", "paper-topic": "节约粮食", "sure": "1"}

    answer = head.post(reverse("activities:plan", args=["speech"]), told)

    with within(school):
        activity = Activity.objects.get()
        assert answer["Location"] == reverse("activities:occasion", args=[activity.pk])
        assert (activity.title, activity.due_count) == (f"国旗下讲话（{day.month}月{day.day}日）", 5)
        assert answers_of(activity).values["topic"] == activity.parts.get().topic == "节约粮食"


def test_the_plan_keeps_what_was_typed_where_it_refuses(here):
    answer = signed_in(here.moral_head).post(
        reverse("activities:plan", args=["speech"]), {"day": "2099-01-01", "start": "08:00", "paper-topic": "节约粮食"}
    )
    assert answer.status_code == UNFIT and "节约粮食" in answer.content.decode()


def test_it_says_what_is_missing_and_is_complete_with_it(here):
    activity = an_occasion("speech", here.whole, by=here.moral_head, topic=None)

    with pytest.raises(actions.Unfinished) as refusal:
        actions.finish(activity, by=here.moral_head, at=now())
    assert [one.anchor for one in refusal.value.lacks] == ["#id_there_count", "#id_topic"]

    actions.rewrite(activity, {"topic": "节约"}, by=here.moral_head, at=now())
    actions.count(activity, due=5, there=4, by=here.moral_head, at=now())
    assert actions.finish(activity, by=here.moral_head, at=now()).completed_at


def test_nothing_that_lies_ahead_is_counted_or_completed(here):
    activity = an_occasion("speech", here.whole, by=here.moral_head, ago=-timedelta(days=1))

    with pytest.raises(TooEarly):
        actions.count(activity, due=5, there=4, by=here.moral_head, at=now())
    Activity.objects.filter(pk=activity.pk).update(there_count=4)
    with pytest.raises(NotYetBegun):
        actions.finish(Activity.objects.get(), by=here.moral_head, at=now())


def test_before_it_begins_its_page_is_the_plan_and_opens_to_be_written_by_one_tap(here):
    activity = an_occasion("speech", here.whole, by=here.moral_head, ago=-timedelta(days=1), topic="节约粮食")
    address, head = reverse("activities:occasion", args=[activity.pk]), signed_in(here.moral_head)

    kept, read = (client.get(address).content.decode() for client in (head, signed_in(here.colleague)))
    assert all(words in kept for words in ("节约粮食", "参加人员", "应到5", "结束后在这里记录", "主题：节约粮食"))
    assert not any(words in kept for words in ("过程纪要", "there_count", "尚未确定"))
    assert "节约粮食" in read and not any(words in read for words in ("结束后在这里记录", "事前准备"))
    assert 'name="account"' in head.get(address, {"edit": activity.parts.get().pk}).content.decode()


def test_more_cannot_be_there_than_are_expected(here):
    activity = an_occasion("speech", here.whole, by=here.moral_head)

    with pytest.raises(actions.MoreThanExpected):
        actions.count(activity, due=5, there=6, by=here.moral_head, at=now())
    answer = signed_in(here.moral_head).post(
        reverse("activities:finish", args=[activity.pk]), {"due_count": "5", "there_count": "6"}
    )
    assert answer.status_code == UNFIT and 'href="#id_there_count"' in answer.content.decode()


def test_one_button_counts_and_completes(here, school):
    activity = an_occasion("speech", here.whole, by=here.moral_head)
    head = signed_in(here.moral_head)

    head.post(reverse("activities:finish", args=[activity.pk]), {"due_count": "5", "there_count": "4"})

    with within(school):
        assert Activity.objects.get().completed_at
    page = head.get(reverse("activities:occasion", args=[activity.pk])).content.decode()
    assert reverse("activities:sheet", args=[activity.pk]) in page


def test_a_complete_record_is_written_on_only_after_reopening(here, school):
    activity = an_occasion("speech", here.whole, by=here.moral_head)
    actions.count(activity, due=5, there=4, by=here.moral_head, at=now())
    actions.finish(activity, by=here.moral_head, at=now())
    head, address = signed_in(here.moral_head), reverse("activities:write", args=[activity.pk])
    typed = {"revision": "0", "topic": "别的"}

    assert head.post(address, typed, headers={"X-Autosave": "1"}).status_code == UNFIT
    head.post(reverse("activities:reopen", args=[activity.pk]))
    assert head.post(address, typed, headers={"X-Autosave": "1"}).status_code == 204
    with within(school):
        assert Activity.objects.get().parts.get().topic == "别的"


def test_a_roll_is_kept_where_the_kind_says_who_is_expected(here):
    activity = an_occasion("research", here.group, by=here.head)

    assert [row.person for row in activity.roll.all()] == [here.head] and activity.parts.get().number == 1
    with pytest.raises(actions.Unfinished):
        actions.finish(activity, by=here.head, at=now())
    attendance.all_others_present(activity, by=here.head, at=now())
    assert actions.finish(activity, by=here.head, at=now()).completed_at


def test_who_keeps_it_writes_and_who_reads_it_sees_nothing_sealed(here):
    speaker = here.classes[0].memberships.first().person
    activity = an_occasion("speech", here.whole, by=here.moral_head, topic="节约", speaker=str(speaker.pk))
    address = reverse("activities:occasion", args=[activity.pk])

    kept, read = (signed_in(who).get(address).content.decode() for who in (here.moral_head, here.colleague))
    assert speaker.name in kept and speaker.name not in read
    assert "节约" in read and "<textarea" not in read
    assert signed_in(here.colleague).post(reverse("activities:finish", args=[activity.pk])).status_code == NO


def words(client, activity):
    body = client.get(reverse("activities:sheet", args=[activity.pk])).getvalue()
    return "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages).split())


def test_it_is_printed_with_head_paper_and_count(here):
    activity = an_occasion("speech", here.whole, by=here.moral_head)
    actions.count(activity, due=5, there=4, by=here.moral_head, at=now())
    actions.finish(activity, by=here.moral_head, at=now())

    text = words(signed_in(here.moral_head), activity)
    assert "国旗下讲话记录" in text and "启明实验小学" in text and "节约" in text
    assert "主讲无" in text and "过程纪要：无" in text and "应到5人" in text and "实到4人" in text and "整理日期" in text


def test_a_name_that_is_sealed_is_left_to_the_pen_for_others(here):
    speaker = here.classes[0].memberships.first().person
    activity = an_occasion("speech", here.whole, by=here.moral_head, topic="节约", speaker=str(speaker.pk))

    assert speaker.name in words(signed_in(here.moral_head), activity)
    assert speaker.name not in words(signed_in(here.colleague), activity)


def test_why_somebody_is_away_is_told_to_her_and_to_those_who_keep_the_roll(here):
    UnitMembership.objects.create(person=here.teacher, unit=here.group)
    note_absence(here.teacher, kind=AbsenceKind.SICK, from_day=timezone.localdate(), note="术后休养", by=None, at=now())
    activity = an_occasion("research", here.group, by=here.head, ago=-timedelta(days=1))

    address = reverse("activities:occasion", args=[activity.pk])
    head, herself, colleague = (signed_in(one).get(address).content.decode() for one in (here.head, here.teacher, here.colleague))
    assert "术后休养" in head and "术后休养" in herself
    assert here.teacher.name in colleague and "术后休养" not in colleague
