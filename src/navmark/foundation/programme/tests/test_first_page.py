"""The first page of an empty data folder offers the programmes that ship."""

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.actions.schools import offered
from navmark.foundation.programme.models import LoadedProgramme
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within


@pytest.mark.on_one  # what a new school has is asked of each by the tests of loading
@pytest.mark.django_db
def test_the_first_page_offers_those_that_ship_and_the_school_works_by_the_one_it_chose(client):
    page = client.get(reverse("people:first_run"))
    assert [one.code for one in offered()] == [ARTICLE, "field_and_book", "two_campuses"]
    assert all(one.summary in page.content.decode() for one in offered())

    said = {"name": "村小", "in_use_since": "2026-11-20", "administrator_name": "高洁", "login": "gaojie"}
    said |= {"password": "yi-ge-chang-mima-2026", "again": "yi-ge-chang-mima-2026", "programme": "field_and_book"}
    assert client.post(reverse("people:first_run"), {**said, "programme": "none"}).status_code == 422
    assert client.post(reverse("people:first_run"), said).status_code == 302
    with within(School.objects.get()):
        assert LoadedProgramme.objects.get().source == "field_and_book" and not ActivityKind.objects.filter(code="flag_speech")
        assert "耕读育人工作方案" in AuditEntry.objects.get(kind="programme.loaded").payload
