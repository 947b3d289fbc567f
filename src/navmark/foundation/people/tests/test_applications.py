"""Who applies for membership is known to the secretary and the organisation committee member: in lists, pages, forms, rosters."""

from datetime import date

import pytest
from django.urls import reverse

from navmark.foundation.people import rosters
from navmark.foundation.people.models import PartyStatus, PostKind, Status
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_staff_member,
    a_status,
    an_administrator,
    holder,
    signed_in,
)

WORDS = "入党积极分子"
KEEPERS = (PostKind.SECRETARY, PostKind.ORGANISATION)
OTHERS = (PostKind.DEPUTY_SECRETARY, PostKind.GROUP_LEADER, PostKind.CLERK, PostKind.ADMINISTRATOR)


@pytest.fixture
def branch(inside):
    an_administrator()
    return a_branch()


@pytest.fixture
def applicant(branch):
    person = a_staff_member(name="钱一平")
    a_status(person, branch, Status.ACTIVIST)
    return person


def read_by(kind, *pages) -> str:
    client = signed_in(holder(kind))
    return "".join(client.get(page).content.decode() for page in pages)


def pages_about(person) -> list[str]:
    home = reverse("people:list")
    return [f"{home}?tab=staff", f"{home}?tab=staff&q={person.name}", reverse("people:person", args=[person.pk])]


@pytest.mark.parametrize("kind", KEEPERS)
def test_its_keepers_read_it_in_the_list_and_on_the_page(applicant, kind):
    for page in pages_about(applicant):
        assert WORDS in read_by(kind, page)


@pytest.mark.parametrize("kind", OTHERS)
def test_nobody_else_does(applicant, kind):
    shown = read_by(kind, *pages_about(applicant))

    assert applicant.name in shown
    assert WORDS not in shown


def test_a_member_and_a_colleague_do_not(applicant, branch):
    for person in (applicant, a_staff_member()):
        assert WORDS not in "".join(signed_in(person).get(page).content.decode() for page in pages_about(applicant))


def test_what_a_member_is_stays_in_the_list(branch):
    assert "正式党员" in read_by(PostKind.GROUP_LEADER, reverse("people:list") + "?tab=members")


@pytest.mark.parametrize("kind, offered", [(PostKind.SECRETARY, True), (PostKind.CLERK, False), (PostKind.ADMINISTRATOR, False)])
def test_only_its_keepers_record_it_and_end_it(applicant, kind, offered):
    client, row = signed_in(holder(kind)), PartyStatus.objects.get(person=applicant)
    form = client.get(reverse("people:begin", args=[applicant.pk, "status"])).content.decode()

    assert (WORDS in form) is offered
    assert "预备党员" in form
    assert client.get(reverse("people:end", args=[applicant.pk, "status", row.pk])).status_code == (200 if offered else 404)


def test_a_clerk_who_forges_the_choice_is_refused(branch):
    person = a_staff_member()
    typed = {"status": Status.TARGET, "branch": branch.pk, "from_day": "2026-11-01"}

    answer = signed_in(holder(PostKind.CLERK)).post(reverse("people:begin", args=[person.pk, "status"]), typed)

    assert answer.status_code == 422
    assert not PartyStatus.objects.filter(person=person).exists()


def test_no_roster_carries_it_away(applicant):
    written = [str(sheet.rows) for sheet in (rosters.staff(date(2026, 11, 24)), rosters.members(date(2026, 11, 24)))]

    assert applicant.name in written[0]
    assert applicant.name not in written[1]
    assert WORDS not in "".join(written)
