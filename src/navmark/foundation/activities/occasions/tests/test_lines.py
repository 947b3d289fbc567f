"""Lines: theme and number, a class a line; each is an occasion like any other."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests.scene import make_school
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.printing import wording
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.dates import cn_span

SAVED, UNFIT, MOVED, NO = 204, 422, 302, 403


@pytest.fixture
def here(inside):
    return make_school()


def typed(unit, topic="节约", there="2", **fields):
    return {
        f"topic-{unit.pk}": topic,
        f"there-{unit.pk}": there,
        **{f"{name}-{unit.pk}": value for name, value in fields.items()},
    }


def line(client, posted, month=None, **options):
    day = month or timezone.localdate()
    return client.post(f"{reverse('activities:lines', args=['line'])}?month={day:%Y-%m}", posted, **options)


def alone(client, posted, **options):
    return line(client, posted, headers={"X-Autosave": "1"}, **options)


def last_month():
    return timezone.localdate().replace(day=1) - timedelta(days=1)


def test_theme_and_number_make_a_complete_occasion(here, school):
    assert alone(signed_in(here.teacher), typed(here.classes[0]), month=last_month()).status_code == SAVED

    with within(school):
        activity = Activity.objects.get()
        assert (activity.unit, activity.due_count, activity.there_count) == (here.classes[0], 3, 2)
        assert activity.completed_at and activity.parts.get().topic == "节约"


def test_typed_again_it_is_the_same_occasion(here, school):
    client = signed_in(here.teacher)
    alone(client, typed(here.classes[0]), month=last_month())
    alone(client, typed(here.classes[0], topic="安全", there="3"), month=last_month())

    with within(school):
        activity = Activity.objects.get()
        assert (activity.parts.get().topic, activity.there_count) == ("安全", 3) and activity.completed_at


def test_an_empty_line_makes_nothing(here, school):
    alone(signed_in(here.teacher), typed(here.classes[0], topic="", there=""))
    with within(school):
        assert not Activity.objects.exists()


def test_a_theme_alone_waits_for_its_record_and_says_no_hour_that_nobody_said(here, school):
    desk = signed_in(here.teacher)
    alone(desk, typed(here.classes[0], there=""), month=last_month())
    with within(school):
        activity = Activity.objects.get()
        assert (activity.completed_at, activity.host, activity.tells_hour) == (None, here.teacher, False)
        span, sheet = cn_span(activity.starts_at, activity.ends_at), wording.span(activity.starts_at, activity.ends_at)
        assert ":" not in span + sheet and ":" in cn_span(activity.starts_at + timedelta(hours=8), None)

    listed = {state: desk.get(reverse("activities:register", args=["line"]), {"state": state}) for state in ("open", "planned")}
    shown = {state: f"/{activity.pk}/" in page.content.decode() for state, page in listed.items()}
    assert shown == {"open": True, "planned": False}
    assert "记录待完成" in desk.get(reverse("people:unit", args=[here.classes[0].pk])).content.decode()


@pytest.mark.parametrize("fields", [{"there": "many"}, {"there": "4"}, {"day": "2020-01-01"}, {"topic": "长" * 201}])
def test_a_wrong_line_is_refused_in_words_and_writes_nothing(here, school, fields):
    answer = alone(signed_in(here.teacher), typed(here.classes[0], **fields), month=last_month())

    assert answer.status_code == UNFIT and "一年级(1)班" in answer.content.decode()
    with within(school):
        assert not Activity.objects.exists()


def test_the_whole_table_is_saved_without_a_script_and_a_wrong_line_keeps_its_words(here, school):
    head = signed_in(here.moral_head)
    first, second = here.classes

    assert line(head, typed(first) | typed(second), month=last_month()).status_code == MOVED
    answer = line(head, typed(first, topic="安全") | typed(second, topic="卫生", there="99"), month=last_month())
    page = answer.content.decode()
    assert answer.status_code == UNFIT and "卫生" in page and 'value="99"' in page
    with within(school):
        assert sorted(Activity.objects.values_list("parts__topic", flat=True)) == ["安全", "节约"]


def test_a_class_teacher_types_in_her_line_alone_and_reads_the_others(here, school):
    alone(signed_in(here.moral_head), typed(here.classes[1], topic="安全"), month=last_month())
    client = signed_in(here.teacher)
    page = client.get(reverse("activities:lines", args=["line"]), {"month": f"{last_month():%Y-%m}"}).content.decode()

    assert page.count('name="topic-') == 1 and "安全" in page
    alone(client, typed(here.classes[1], topic="别的"), month=last_month())
    with within(school):
        assert Activity.objects.get().parts.get().topic == "安全"
    assert line(signed_in(here.colleague), typed(here.classes[0])).status_code == NO
