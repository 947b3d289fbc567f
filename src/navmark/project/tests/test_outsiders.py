"""Whoever only comes to the school, a community worker or a guardian, finds an empty Today and reads of nobody."""

from datetime import date, datetime

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.models import Engagement, EngagementKind, Person
from navmark.foundation.people.tests.factories import a_branch, a_class, a_person, a_viewer, signed_in
from navmark.foundation.programme.loading import establish_programme
from navmark.project.nav import entries_for
from navmark.project.today import today_for

AT = datetime(2026, 11, 24, 8, tzinfo=get_current_timezone())
OWN = ("people:account", "activities:own_attendance", "activities:feed_address", "notices:inbox", "places", "find")


@pytest.fixture(params=[EngagementKind.COMMUNITY, EngagementKind.GUARDIAN])
def outsider(request, inside):
    a_branch(members=6, committee=3, groups=1), a_class()
    establish_programme(at=AT)
    sweep(on=AT.date(), at=AT)
    person = a_person(name="钱一")
    Engagement.objects.create(person=person, kind=request.param, from_day=date(2026, 9, 1))
    return person


def test_nothing_waits_for_her_and_no_place_is_offered(outsider):
    viewer = a_viewer(outsider, on=AT.date())
    page = today_for(viewer, AT.date(), with_others=True)

    assert (page.sections, page.coming, page.meetings, page.others) == ([], [], [], [])
    assert [entry.url for entry in entries_for(viewer, "/")] == [reverse("today")]


def test_her_pages_name_nobody_of_the_school(outsider):
    others = set(Person.objects.exclude(pk=outsider.pk).values_list("name", flat=True))
    browser, one = signed_in(outsider), min(others)

    pages = {name: browser.get(reverse(name)).content.decode() for name in OWN}
    pages["found"] = browser.get(reverse("find"), {"q": one}).content.decode().replace(one, "", 2)  # the words she typed
    assert not {(page, name) for page, text in pages.items() for name in others if name in text}
