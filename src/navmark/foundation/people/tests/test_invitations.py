"""Printed codes: each is used once, within its fortnight, and nobody can find it again."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import accounts
from navmark.foundation.people.models import Account, Device, Invitation, SchoolAccount
from navmark.foundation.people.refusals import InvitationInvalid, LoginTaken, SeatTaken
from navmark.foundation.people.tests.factories import (
    PASSWORD,
    a_class,
    a_pupil,
    a_staff_member,
    an_account,
    an_administrator,
    signed_in,
)
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.tests.markup import tight

AT = timezone.now()
NEW = "湖边2027红船"


@pytest.fixture
def person(inside):
    return a_staff_member(name="张伟")


def a_code(person, *, at=AT) -> str:
    return accounts.invite(person, by=None, at=at).code


def used(code, *, login="zhangwei", at=AT) -> Account:
    return accounts.join(accounts.invitation_for(code, at=at), login=login, password=PASSWORD, at=at)


def test_a_code_opens_one_account_with_a_seat_for_its_person(person):
    account = used(a_code(person))

    assert account.check_password(PASSWORD)
    assert SchoolAccount.objects.get(account=account).person == person


def test_a_used_code_is_worth_nothing(person):
    code = a_code(person)
    used(code)

    with pytest.raises(InvitationInvalid):
        used(code, login="another")

    assert Account.objects.count() == 1


def test_an_invitation_read_twice_is_used_once(person):
    code = a_code(person)
    first, second = accounts.invitation_for(code, at=AT), accounts.invitation_for(code, at=AT)
    accounts.join(first, login="zhangwei", password=PASSWORD, at=AT)

    with pytest.raises(InvitationInvalid):
        accounts.join(second, login="another", password=PASSWORD, at=AT)


def test_a_code_is_good_until_its_last_moment_and_not_at_it(person):
    code = a_code(person)
    end = AT + accounts.VALID_FOR

    assert accounts.invitation_for(code, at=end - timedelta(seconds=1)).person == person
    with pytest.raises(InvitationInvalid):
        accounts.invitation_for(code, at=end)


def test_a_code_that_expired_while_the_form_stood_open_is_refused(person):
    invitation = accounts.invitation_for(a_code(person), at=AT)

    with pytest.raises(InvitationInvalid):
        accounts.join(invitation, login="zhangwei", password=PASSWORD, at=AT + accounts.VALID_FOR)

    assert not Account.objects.exists()


def test_a_new_code_ends_the_one_before(person):
    lost, found = a_code(person), a_code(person, at=AT + timedelta(minutes=1))

    with pytest.raises(InvitationInvalid):
        accounts.invitation_for(lost, at=AT + timedelta(minutes=1))
    assert accounts.invitation_for(found, at=AT + timedelta(minutes=1)).person == person


def test_a_code_may_be_typed_in_small_letters_and_with_blanks(person):
    code = a_code(person)

    assert accounts.invitation_for(f" {code.lower().replace('-', ' ')} ", at=AT).person == person


def test_the_code_itself_is_kept_nowhere(person):
    code = a_code(person)

    kept = [*Invitation.objects.values_list("code_digest", flat=True), *AuditEntry.objects.values_list("payload", flat=True)]

    assert not any(code in text or code.replace("-", "") in text for text in kept)
    assert not set(code.replace("-", "")) & set("01ILO")


def test_a_login_name_that_is_taken_leaves_the_code_good(person):
    an_account(a_staff_member(), login="zhangwei")
    code = a_code(person)

    with pytest.raises(LoginTaken):
        used(code)

    assert used(code, login="zhangwei2").login == "zhangwei2"


def test_a_reset_code_sets_the_password_and_ends_sessions_and_devices(person):
    account, client = an_account(person, login="zhangwei"), signed_in(person)
    Device.objects.create(person=person, token_digest="x", made_at=AT, expires_at=AT + timedelta(days=1))
    assert client.get(reverse("people:account")).status_code == 200

    accounts.reset_password(accounts.invitation_for(a_code(person), at=AT), password=NEW, at=AT)

    account.refresh_from_db()
    assert account.check_password(NEW) and not account.check_password(PASSWORD)
    assert client.get(reverse("people:account")).status_code == 302
    assert not Device.objects.exists()


def test_a_reset_code_works_once(person):
    an_account(person)
    invitation = accounts.invitation_for(a_code(person), at=AT)
    accounts.reset_password(invitation, password=NEW, at=AT)

    with pytest.raises(InvitationInvalid):
        accounts.reset_password(invitation, password=PASSWORD, at=AT)


def test_a_teacher_of_two_schools_has_one_account_with_a_seat_in_each(person, neighbour):
    account = an_account(person)
    with within(neighbour):
        code = a_code(a_staff_member(name="张伟"))
        accounts.join_with(accounts.invitation_for(code, at=AT), account=account, at=AT)

    assert {seat.school for seat in SchoolAccount.seats_of(account)} == {person.school, neighbour}


def test_somebody_elses_account_does_not_take_the_seat_and_the_code_stays_good(person):
    other = an_account(a_staff_member())
    code = a_code(person)

    with pytest.raises(SeatTaken):
        accounts.join_with(accounts.invitation_for(code, at=AT), account=other, at=AT)

    assert accounts.invitation_for(code, at=AT).person == person


def test_only_who_manages_people_prints_codes(person):
    assert signed_in(person).get(reverse("people:codes")).status_code == 403
    answer = signed_in(an_administrator()).post(reverse("people:codes"), {"person": [person.pk]})

    assert answer.status_code == 200
    assert Invitation.objects.get().person == person


def test_the_slip_leads_a_stranger_to_a_password_and_in(person):
    page = reverse("join", args=[a_code(person)])
    client = Client()
    assert "张伟" in client.get(page).content.decode()

    answer = client.post(page, {"login": "zhangwei", "password": NEW, "again": NEW})

    assert answer.status_code == 302
    assert client.get(reverse("people:account")).status_code == 200
    assert Client().get(page).status_code == 404


def codes_page(client, query="") -> str:
    return client.get(reverse("people:codes") + query).content.decode()


def test_the_page_of_codes_narrows_to_a_group_and_chooses_all_without_account(person):
    client = signed_in(an_administrator())
    seated = a_staff_member()
    an_account(seated)

    assert seated.name in codes_page(client, "?who=staff")
    narrowed = codes_page(client, "?who=without&choose=without")
    assert seated.name not in narrowed
    assert f'id="p-{person.pk}" aria-label="{person.name}" checked' in tight(narrowed)
    assert client.get(reverse("people:codes") + "?who=pupils").status_code == 404
    chosen = tight(codes_page(client, "?who=all&choose=without"))
    assert chosen.count(" checked") == 1
    assert " checked" not in tight(codes_page(client, "?who=all"))


def test_a_slip_gives_a_link_to_copy_where_others_reach_the_server(person, settings):
    settings.PUBLIC_URL = "https://navmark.example"
    client = signed_in(an_administrator())

    shown = client.post(reverse("people:codes"), {"person": [person.pk]}).content.decode()

    link = re.search(r">(https://navmark\.example/join/[^<]+)</textarea>", shown)
    assert link
    assert accounts.invitation_for(link.group(1).rstrip("/").rpartition("/")[2], at=timezone.now()).person == person
    assert "只有本机" not in shown


def test_a_slip_says_why_there_is_no_link(person):
    client = signed_in(an_administrator())

    shown = client.post(reverse("people:codes"), {"person": [person.pk]}, headers={"host": "127.0.0.1"}).content.decode()

    assert "目前只有本机能打开此地址" in shown
    assert "data-copy" not in shown


def test_no_code_is_made_for_a_child(inside):
    child = a_pupil(a_class())

    signed_in(an_administrator()).post(reverse("people:codes"), {"person": [child.pk]})

    assert not Invitation.objects.exists()
