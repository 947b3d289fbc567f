"""任课表 as offices have it: a row a class, a column a subject, names in the cells; understood whole or not at all."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.people import actions
from navmark.foundation.people.models import Engagement, Teaching
from navmark.foundation.people.teaching import changes_of, read_teaching
from navmark.foundation.people.tests.factories import a_class, a_staff_member, an_administrator, signed_in
from navmark.foundation.tables.reading import read

DAY = date(2026, 11, 20)
WIDE = "序号\t班级\t班主任\t语文\t数学\n1\t一年级(1)班\t王雅文\t王雅文\t李建国、张明\n2\t一(2)班\t\t张明\t李建国\n"
LONG = "班级\t学科\t任课教师\n一年级1班\t语文\t王雅文\n一年级2班\t数学\t李建国\n"


@pytest.fixture
def classes(inside):
    year = timezone.localdate().year - (timezone.localdate().month < 9)
    return [a_class(entry_year=year, number=number) for number in (1, 2)]


@pytest.fixture
def staff(inside):
    return {name: a_staff_member(name=name) for name in ("王雅文", "李建国", "张明")}


def table(text):
    return read_teaching(read(text, "任课表.txt"), on=timezone.localdate())


def told(found):
    return {(unit.number, subject): [one.name for one in people] for (unit, subject), people in found.wanted.items()}


def test_it_reads_a_row_a_class_and_a_column_a_subject(classes, staff):
    found = table(WIDE)

    assert found.ready
    assert told(found) == {
        (1, "语文"): ["王雅文"],
        (1, "数学"): ["李建国", "张明"],
        (2, "语文"): ["张明"],
        (2, "数学"): ["李建国"],
    }


def test_it_reads_a_line_a_lesson_too(classes, staff):
    assert told(table(LONG)) == {(1, "语文"): ["王雅文"], (2, "数学"): ["李建国"]}


def test_whoever_is_not_on_the_staff_and_a_class_that_is_not_there_are_told_at_the_cell(classes, staff):
    found = table("班级\t语文\n一(1)班\t赵六\n一(9)班\t张明\n")

    assert not found.ready
    assert found.problems[0].startswith("第2行 · 语文：教职工中没有“赵六”")
    assert "没有“一(9)班”这个班" in found.problems[1]


def test_two_of_one_name_are_not_guessed(classes, staff):
    a_staff_member(name="张明")
    assert "2位同事都叫“张明”" in table("班级\t语文\n一(1)班\t张明\n").problems[0]


def test_a_table_without_classes_says_what_it_needs(classes, staff):
    assert "班级" in table("甲\t乙\n1\t2\n").problems[0]


def test_it_is_looked_at_before_it_is_taken_and_a_repeat_changes_nothing(classes, staff):
    browser, page = signed_in(an_administrator()), reverse("people:import-teaching")
    today = timezone.localdate()
    looked = browser.post(page, {"pasted": WIDE, "from_day": str(today)})
    assert "4处改动" in looked.content.decode()
    assert not Teaching.objects.exists()

    again = looked.context["again"]
    browser.post(page, {**again, "commit": "1"})
    browser.post(page, {**again, "commit": "1"})

    assert Teaching.objects.count() == 5
    assert changes_of(table(WIDE), on=today) == []
    grid = browser.get(reverse("people:teaching")).content.decode()
    assert "李建国、张明" in grid or "张明、李建国" in grid


def test_who_teaches_no_more_ends_on_the_eve_and_what_is_not_named_stays(classes, staff):
    browser, page = signed_in(an_administrator()), reverse("people:import-teaching")
    today = timezone.localdate()
    first = today - timedelta(days=30)
    browser.post(page, {"pasted": WIDE, "from_day": str(first), "commit": "1"})

    browser.post(page, {"pasted": "班级\t数学\n一(1)班\t王雅文\n", "from_day": str(today), "commit": "1"})

    def taught(day):
        return set(Teaching.objects.on(day).filter(unit=classes[0]).values_list("subject", "person__name"))

    assert taught(today - timedelta(days=1)) == {("语文", "王雅文"), ("数学", "李建国"), ("数学", "张明")}
    assert taught(today) == {("语文", "王雅文"), ("数学", "王雅文")}


def test_a_lesson_begins_and_ends_on_the_persons_page_and_with_her_leaving(classes, staff):
    browser, teacher = signed_in(an_administrator()), staff["张明"]
    today = timezone.localdate()
    begin = reverse("people:begin", args=[teacher.pk, "teaching"])
    browser.post(begin, {"unit": str(classes[0].pk), "subject": "科学", "from_day": str(today - timedelta(days=9))})
    row = Teaching.objects.get()
    assert "科学" in browser.get(reverse("people:person", args=[teacher.pk])).content.decode()

    browser.post(reverse("people:end", args=[teacher.pk, "teaching", row.pk]), {"last_day": str(today)})
    assert Teaching.objects.get().to_day == today

    again = actions.teach(
        teacher, unit=classes[1], subject="科学", from_day=today - timedelta(days=9), by=teacher, at=timezone.now()
    )
    engagement = Engagement.objects.get(person=teacher)
    actions.end_engagement(engagement, leaving="transferred", last_day=today, by=teacher, at=timezone.now())
    assert Teaching.objects.get(pk=again.pk).to_day == today
