"""The roll on a phone: short, a reason only where one is asked for, the red button always in reach."""

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import Activity
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held
from tests.journeys.cast import a_school_at_work, clerk, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_reason_is_asked_for_leave_alone_and_the_button_stays_in_reach(school, phone):
    with within(school):
        meeting = held(kinds.ASSEMBLY, a_school_at_work(school), clerk())
        person = meeting.roll.first().person_id
        sit_down(phone, clerk())
    phone.goto(reverse("activities:roll", args=[meeting.pk]))
    reason = phone.locator(f"[name=reason-{person}]")

    assert not reason.is_visible()
    phone.check(f"[name=presence-{person}][value=leave]", force=True)
    assert reason.is_visible()
    reason.fill("外出培训")
    button = phone.locator("button.primary").bounding_box()
    assert button and button["y"] + button["height"] <= phone.viewport_size["height"]
    assert phone.evaluate("document.documentElement.scrollHeight") < 2600
    phone.click("button.primary")

    with within(school):
        assert Activity.objects.get(pk=meeting.pk).roll.get(person=person).reason == "外出培训"
