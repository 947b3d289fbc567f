"""会后整理 within five working days, 补录 later; of an occasion from data as of any other."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.occasions import actions
from navmark.foundation.activities.occasions.sheet import sheet_of
from navmark.foundation.activities.occasions.tests.scene import an_occasion, make_school
from navmark.foundation.activities.tidying import is_made_up
from navmark.foundation.almanac.workdays import WorkCalendar
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.printing.sheet import Note

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(("days", "late"), [(0, False), (7, False), (10, True)])
def test_five_working_days_are_for_tidying(days, late):
    assert is_made_up(FRIDAY, FRIDAY + timedelta(days=days), calendar=WorkCalendar()) is late


def test_what_is_not_written_yet_is_not_late():
    assert not is_made_up(FRIDAY, None, calendar=WorkCalendar())


@pytest.mark.parametrize(("ago", "is_said"), [(1, False), (30, True)])
def test_page_and_print_of_any_occasion_say_when_it_was_really_written(inside, ago, is_said):
    here = make_school()
    activity = an_occasion("speech", here.whole, by=here.moral_head, ago=timedelta(days=ago))
    actions.count(activity, due=5, there=4, by=here.moral_head, at=timezone.now())
    activity = actions.finish(activity, by=here.moral_head, at=timezone.now())

    page = signed_in(here.moral_head).get(reverse("activities:occasion", args=[activity.pk])).content.decode()
    notes = [block.text for block in sheet_of(activity, sealed=True).blocks if isinstance(block, Note)]

    assert "整理日期" in page or is_said
    assert ["补录" in page, any("补录" in text for text in notes)] == [is_said] * 2
