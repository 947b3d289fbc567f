"""The year at a glance on a phone: it opens where the reader is in the year, not in January."""

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.tenancy.scope import within
from tests.journeys.cast import a_school_at_work, secretary, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
IN_SIGHT = """() => {
  const now = document.querySelector("[data-now]"), first = now.parentElement.firstElementChild.getBoundingClientRect();
  const cell = now.getBoundingClientRect(), box = now.closest(".scroll").getBoundingClientRect();
  return cell.left >= first.right - 1 && cell.right <= box.right + 1;
}"""


def test_the_present_month_stands_beside_the_names_of_the_meetings(school, open_window):
    page = open_window(viewport={"width": 390, "height": 800})
    with within(school):
        a_school_at_work(school)
        sit_down(page, secretary())

    page.goto(reverse("branch_life:year"))

    assert page.inner_text("[data-now]") == f"{timezone.localdate().month}月"
    page.wait_for_function(IN_SIGHT)
