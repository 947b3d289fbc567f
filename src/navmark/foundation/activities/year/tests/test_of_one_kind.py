"""The year of a kind from data: a line a unit, for whoever reads it; a sheet on one A4."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from navmark.foundation.activities.occasions.tests.scene import an_occasion, make_school
from navmark.foundation.activities.shelves import shelf
from navmark.foundation.activities.year.queries import year_for
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.people.tests.factories import a_viewer, signed_in

PAGE, SHEET = "activities:year", "activities:year_sheet"


@pytest.fixture
def here(inside):
    return make_school()


def monthly(kind, unit_kind):
    begins = timezone.localdate().replace(month=1, day=1)
    Cadence.objects.create(
        code=kind, named=kind, activity_kind=kind, period="month", subject=f"unit:{unit_kind}", active_from=begins
    )


def test_each_class_has_a_line_with_the_days_that_lead_to_what_was_held(here):
    held = an_occasion("line", here.classes[0], by=here.teacher)
    page = signed_in(here.colleague).get(reverse(PAGE, args=["line"])).content.decode()

    assert all(name in page for name in ("一年级(1)班", "一年级(2)班")) and "查看全部" not in page
    assert reverse("activities:occasion", args=[held.pk]) in page


def test_whoever_is_in_charge_sees_what_is_asked_and_a_teacher_that_of_her_class_alone(here):
    monthly("line", "class")

    def asked(person):
        return [bool(row.owed) for row in year_for(a_viewer(person), shelf("line"), timezone.localdate().year).rows]

    assert asked(here.moral_head) == [True, True]
    assert asked(here.teacher) == [True, False]
    assert asked(here.colleague) == [False, False]
    desk, address = signed_in(here.teacher), reverse(PAGE, args=["line"])
    first, all_of_them = desk.get(address).content.decode(), desk.get(address, {"all": ""}).content.decode()
    assert "查看全部（2）" in first and "一年级(2)班" not in first  # a teacher looks for her own class
    assert "查看全部" not in all_of_them and "一年级(2)班" in all_of_them


def test_two_classes_cost_as_many_queries_as_one_and_no_more_than_twelve(here):
    client = signed_in(here.moral_head)

    def cost():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse(PAGE, args=["line"])).status_code == 200
        return len(seen)

    cost()
    an_occasion("line", here.classes[0], by=here.teacher)
    one = cost()
    for days in range(1, 6):
        an_occasion("line", here.classes[1], by=here.moral_head, ago=timedelta(hours=days))
    assert cost() == one <= 12


def test_the_sheet_is_one_page_across(here):
    an_occasion("line", here.classes[0], by=here.teacher)
    answer = signed_in(here.colleague).get(reverse(SHEET, args=["line"]))
    (page,) = PdfReader(io.BytesIO(b"".join(answer.streaming_content))).pages

    assert page.mediabox.width > page.mediabox.height
    assert "主题班会一览表" in "".join(page.extract_text().split())


def test_of_a_kind_that_is_not_there_and_for_whom_it_is_not(here):
    assert signed_in(here.colleague).get(reverse(PAGE, args=["nothing"])).status_code == 404
