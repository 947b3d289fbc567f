"""The plan of a kind from data has what any plan has: its number, people by name, a move that is told, a term of weeks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests.scene import an_occasion, make_school
from navmark.foundation.activities.planning.repeating import LONGEST
from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.people.models import Person, UnitMembership
from navmark.foundation.people.tests.factories import signed_in

UNFIT = 422


@pytest.fixture
def here(inside):
    return make_school()


def monday():
    today = timezone.localdate()
    return today + timedelta(days=7 - today.weekday())


def posted(client, kind, **values):
    typed = {"day": monday().isoformat(), "start": "09:00", "end": "09:40", "place": "操场", "paper-topic": "节约", "sure": "1"}
    return client.post(reverse("activities:plan", args=[kind]), typed | values)


def test_its_number_in_the_year_is_corrected(here):
    client = signed_in(here.head)
    assert client.get(reverse("activities:plan", args=["research"])).context["form"]["number"].value() == 1

    posted(client, "research", number="7")

    assert Activity.objects.get().parts.get().number == 7


def test_anybody_of_the_house_hosts_by_name_and_an_unknown_name_is_said_at_the_field(here):
    client = signed_in(here.head)

    answer = posted(client, "research", host="查无此人")
    assert answer.status_code == UNFIT and "查无此人" in answer.context["form"].errors["host"][0]

    posted(client, "research", host=here.colleague.name)
    assert Activity.objects.get().host == here.colleague


def test_of_two_of_one_name_each_is_told_at_the_field(here):
    people = (here.colleague, here.teacher)
    for number, one in enumerate(people):
        Person.objects.filter(pk=one.pk).update(name="张伟", staff_number=f"T0{number}")

    answer = posted(signed_in(here.head), "research", host="张伟")

    assert "张伟 T00" in answer.context["form"].errors["host"][0] and "张伟 T01" in answer.context["form"].errors["host"][0]


def test_whoever_was_expected_is_told_of_a_move_and_of_a_cancellation(here):
    UnitMembership.objects.create(person=here.colleague, unit=here.group, from_day=timezone.localdate() - timedelta(days=9))
    meeting = an_occasion("research", here.group, by=here.head, ago=-timedelta(days=3))
    client, address = signed_in(here.head), reverse("activities:change", args=[meeting.pk])
    later = {"day": (meeting.day + timedelta(days=1)).isoformat(), "start": "09:00", "sure": "1"}

    assert client.post(address, later).status_code == 302
    assert [one.person for one in Notice.objects.filter(kind=NoticeKind.MOVED)] == [here.colleague]
    assert Activity.objects.get().parts.get().topic == "节约"

    client.post(reverse("activities:cancel", args=[meeting.pk]), {"because": "停电"})
    assert [one.person for one in Notice.objects.filter(kind=NoticeKind.CANCELLED)] == [here.colleague]


@pytest.mark.parametrize("page", ["change", "cancel"])
def test_a_reader_changes_nothing(here, page):
    meeting = an_occasion("research", here.group, by=here.head)
    assert signed_in(here.colleague).get(reverse(f"activities:{page}", args=[meeting.pk])).status_code == 403


def test_a_term_of_weeks_is_planned_each_by_itself_and_days_off_are_passed_over(here):
    until = monday() + timedelta(days=29)

    posted(signed_in(here.moral_head), "speech", until=until.isoformat())

    made = list(Activity.objects.order_by("starts_at").prefetch_related("parts"))
    days = [one.day for one in made]
    assert days[0] == monday() and {day.weekday() for day in days} == {0}
    assert 3 <= len(days) <= 5 and days[-1] <= until
    assert [one.parts.get().topic for one in made] == ["节约", *[""] * (len(made) - 1)]
    assert made[1].title == f"国旗下讲话（{days[1].month}月{days[1].day}日）"


def test_a_week_that_has_one_already_is_passed_over(here):
    client = signed_in(here.moral_head)
    posted(client, "speech", day=(monday() + timedelta(days=8)).isoformat())

    posted(client, "speech", until=(monday() + timedelta(days=13)).isoformat())

    assert Activity.objects.count() == 2


@pytest.mark.parametrize("days", [-1, LONGEST.days + 1])
def test_an_end_that_cannot_be_meant_is_said_at_its_field(here, days):
    answer = posted(signed_in(here.moral_head), "speech", until=(monday() + timedelta(days=days)).isoformat())

    assert answer.status_code == UNFIT and "until" in answer.context["form"].errors
    assert not Activity.objects.exists()
