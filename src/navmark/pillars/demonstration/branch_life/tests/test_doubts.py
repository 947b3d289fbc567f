"""What speaks against a plan is asked about while it is made, and is done all the same when it is meant so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.planning.titles import title_for
from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.people.queries import party_groups
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.proceedings.models import AgendaItem
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held

TODAY = timezone.localdate


def typed(day, **values):
    return {"title": "会", "day": day.isoformat(), "start": "16:30", "end": "17:30", "place": "会议室"} | values


def posted(client, kind, day, **values):
    return client.post(reverse("activities:plan", args=[kind]), typed(day, **values))


def words(answer) -> str:
    return "\n".join(one.words for one in answer.context["doubts"])


@pytest.fixture
def client(branch, clerk):
    return signed_in(clerk)


@pytest.fixture
def soon():
    return TODAY() + timedelta(days=5)


@pytest.mark.parametrize("year", [1900, 2099])
def test_a_year_that_nobody_can_mean_is_refused_at_its_field(client, soon, year):
    answer = posted(client, kinds.COMMITTEE, soon.replace(year=year, day=1))

    assert answer.status_code == 422
    assert "day" in answer.context["form"].errors
    assert not Activity.objects.exists()


def test_a_second_meeting_of_one_kind_and_hour_is_asked_about(client, soon):
    posted(client, kinds.COMMITTEE, soon)

    answer = posted(client, kinds.COMMITTEE, soon)
    assert "已经安排过" in words(answer)
    assert Activity.objects.count() == 1

    assert posted(client, kinds.COMMITTEE, soon, sure="1").status_code == 302
    assert Activity.objects.count() == 2


def test_another_meeting_of_the_unit_at_that_hour_can_be_joined(client, soon):
    posted(client, kinds.ASSEMBLY, soon)
    gathering = Activity.objects.get()

    answer = posted(client, kinds.LECTURE, soon, topic="讲党课")
    page = answer.content.decode()

    assert "并入" in page
    form = client.get(reverse("activities:change", args=[gathering.pk]), {"join": kinds.LECTURE, "topic": "讲党课"}).context[
        "form"
    ]
    assert form["together"].value() == [kinds.LECTURE]
    assert form[f"topic_{kinds.LECTURE}"].value() == "讲党课"


def test_people_and_room_taken_by_another_unit_are_said(client, branch, soon):
    posted(client, kinds.ASSEMBLY, soon)
    group = party_groups(branch, soon).first()

    told = words(client.post(reverse("activities:plan", args=[kinds.GROUP]) + f"?unit={group.pk}", typed(soon)))

    assert "另有安排" in told
    assert "会议室" in told


def test_a_number_lower_than_an_earlier_one_is_pointed_out(client, soon):
    posted(client, kinds.COMMITTEE, soon - timedelta(days=2), number="7")

    assert "第3次" in words(posted(client, kinds.COMMITTEE, soon, number="3"))


def test_a_day_before_the_school_began_and_one_outside_the_period_are_said(client, inside, soon):
    early = inside.in_use_since - timedelta(days=40)
    address = reverse("activities:plan", args=[kinds.COMMITTEE], query={"opens_on": f"{soon:%Y-%m}-01", "due_on": f"{soon}"})

    told = words(client.post(address, typed(early)))

    assert "启用" in told
    assert "不在" in told


def test_what_is_owed_now_is_offered_before_what_is_owed_later(branch, client):
    day = client.get(reverse("activities:plan", args=[kinds.COMMITTEE])).context["form"]["day"].value()

    assert (day.year, day.month) == (TODAY().year, TODAY().month)


def test_a_typed_topic_is_the_first_item(client, soon):
    posted(client, kinds.COMMITTEE, soon, topic="研究评优方案")

    assert AgendaItem.objects.order_by("position").first().title == "研究评优方案"


def test_english_on_the_screen_writes_no_english_into_a_record(branch):
    with translation.override("en"):
        title = title_for(kind(kinds.COMMITTEE), branch, START.date())

    assert title == "2026年11月支委会"


def test_whoever_was_expected_is_told_once_of_a_move(client, clerk, soon):
    posted(client, kinds.COMMITTEE, soon)
    activity = Activity.objects.get()
    expected = set(activity.roll.exclude(person=clerk).values_list("person", flat=True))

    answer = client.post(reverse("activities:change", args=[activity.pk]), typed(soon + timedelta(days=1)))

    assert "改期通知" in client.get(answer["Location"]).content.decode()
    told = Notice.objects.filter(kind=NoticeKind.MOVED)
    assert sorted(told.values_list("person", flat=True)) == sorted(expected)
    client.post(reverse("activities:change", args=[activity.pk]), typed(soon + timedelta(days=1), topic="只改主题"))
    assert told.count() == len(expected)


def test_whoever_was_expected_is_told_of_a_cancellation(client, clerk, soon):
    posted(client, kinds.COMMITTEE, soon)
    activity = Activity.objects.get()

    answer = client.post(reverse("activities:cancel", args=[activity.pk]), {"because": "停电"})

    assert "取消通知" in client.get(answer["Location"]).content.decode()
    assert Notice.objects.filter(kind=NoticeKind.CANCELLED).count() == activity.roll.exclude(person=clerk).count()
    assert Activity.fresh(activity.pk).state == ActivityState.CANCELLED


def test_a_move_of_what_is_over_is_told_to_nobody(branch, clerk):
    activity = held(kinds.COMMITTEE, branch, clerk)
    day = START.date() - timedelta(days=1)

    signed_in(clerk).post(reverse("activities:change", args=[activity.pk]), typed(day, because="误录", sure="1"))

    assert Activity.fresh(activity.pk).day == day
    assert activity.starts_at < DURING
    assert not Notice.objects.filter(kind=NoticeKind.MOVED).exists()
