"""The school's calendar: two pages of the almanac, hung up for those who keep it."""

from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in
from navmark.foundation.tenancy.scope import within


def test_the_terms_lead_to_the_holiday_notice(school):
    with within(school):
        a_branch()
        clerk = holder(PostKind.CLERK)
        browser = signed_in(clerk)
    assert f'href="{reverse("holidays")}"' in browser.get(reverse("terms")).content.decode()
    assert browser.get(reverse("holidays")).status_code == 200
