"""A code for a new password is told to its owner and the secretary; the secretary's own waits for a second person."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import accounts
from navmark.foundation.people.models import Invitation, Post, PostKind
from navmark.foundation.people.refusals import InvitationInvalid, Unconfirmed
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_member,
    a_post,
    a_staff_member,
    an_account,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.tenancy.scope import within

AT = timezone.now()
NEW = "湖边2027红船"


@pytest.fixture
def branch(inside):
    return a_branch()


@pytest.fixture
def administrator(branch):
    return an_administrator()


@pytest.fixture
def secretary(branch):
    person = holder(PostKind.SECRETARY)
    an_account(person)
    return person


def inbox(person) -> str:
    return signed_in(person).get(reverse("notices:inbox")).content.decode()


def confirm_page() -> str:
    return reverse("people:confirm-code", args=[Invitation.objects.get().pk])


def test_owner_and_secretary_read_who_made_it(administrator, secretary):
    owner, other = a_staff_member(), a_staff_member()
    an_account(owner)
    accounts.invite(owner, by=administrator, at=AT)

    for person in (owner, secretary):
        assert f"{administrator.name} 为 {owner.name} 生成了重设密码的邀请码" in inbox(person)
    assert owner.name not in inbox(other)


def test_a_first_code_is_told_to_nobody(administrator, secretary):
    accounts.invite(a_staff_member(), by=administrator, at=AT)

    assert administrator.name not in inbox(secretary)


def test_a_members_code_works_at_once(administrator, secretary, branch):
    owner = a_member(branch)
    an_account(owner)
    made = accounts.invite(owner, by=administrator, at=AT)

    assert not made.waits
    assert accounts.invitation_for(made.code, at=AT).person == owner


def test_the_secretarys_code_waits_for_a_second_person(administrator, secretary):
    made = accounts.invite(secretary, by=administrator, at=AT)

    assert made.waits
    with pytest.raises(Unconfirmed):
        accounts.invitation_for(made.code, at=AT)
    shown = Client().get(reverse("join", args=[made.code]))
    assert shown.status_code == 404
    assert "须经一位支委确认" in shown.content.decode()


def test_a_committee_member_confirms_it_from_the_inbox(administrator, secretary):
    code = accounts.invite(secretary, by=administrator, at=AT).code
    second = holder(PostKind.DISCIPLINE)
    assert "须经您或另一位支委确认" in inbox(second)
    client = signed_in(second)
    assert secretary.name in client.get(confirm_page()).content.decode()

    client.post(confirm_page(), {"answer": "yes"})
    answer = Client().post(reverse("join", args=[code]), {"password": NEW, "again": NEW})

    assert answer.status_code == 302
    assert accounts.account_of(secretary).check_password(NEW)
    assert AuditEntry.objects.filter(kind="people.code_confirmed", by=second.pk).exists()
    assert client.get(confirm_page()).status_code == 404


def test_a_committee_member_makes_it_void(administrator, secretary):
    code = accounts.invite(secretary, by=administrator, at=AT).code
    signed_in(holder(PostKind.PUBLICITY)).post(confirm_page())

    with pytest.raises(InvitationInvalid):
        accounts.invitation_for(code, at=timezone.now())


def test_neither_maker_nor_owner_nor_others_confirm(administrator, secretary, branch):
    maker = holder(PostKind.ORGANISATION)
    a_post(maker, PostKind.ADMINISTRATOR)
    accounts.invite(secretary, by=maker, at=AT)

    for person in (maker, secretary, administrator, holder(PostKind.CLERK), a_member(branch), a_staff_member()):
        assert signed_in(person).post(confirm_page(), {"answer": "yes"}).status_code == 404
    assert Invitation.objects.get().confirmed_by is None


def test_where_nobody_else_sits_on_the_committee_another_member_confirms(inside):
    branch = a_branch(members=3, committee=1, probationary=0, groups=0)
    secretary, member = holder(PostKind.SECRETARY), a_member(branch)
    an_account(secretary)
    accounts.invite(secretary, by=an_administrator(), at=AT)

    assert signed_in(member).get(confirm_page()).status_code == 200
    assert signed_in(a_staff_member()).get(confirm_page()).status_code == 404


def test_who_becomes_secretary_afterwards_is_protected_too(administrator, branch):
    owner = a_member(branch)
    an_account(owner)
    code = accounts.invite(owner, by=administrator, at=AT).code
    invitation = accounts.invitation_for(code, at=AT)
    Post.objects.filter(kind=PostKind.SECRETARY).update(person=owner)

    with pytest.raises(Unconfirmed):
        accounts.invitation_for(code, at=AT + timedelta(minutes=1))
    with pytest.raises(Unconfirmed):
        accounts.reset_password(invitation, password=NEW, at=AT)


def test_the_secretary_of_another_school_who_teaches_here_too(administrator, branch, neighbour):
    with within(neighbour):
        a_branch(members=3, committee=1, probationary=0, groups=0)
        account = an_account(holder(PostKind.SECRETARY))
    here = a_staff_member()
    accounts.join_with(accounts.invitation_for(accounts.invite(here, by=None, at=AT).code, at=AT), account=account, at=AT)

    assert accounts.invite(here, by=administrator, at=AT).waits


def test_it_is_told_in_the_schools_language_whatever_that_of_the_page(administrator, secretary):
    owner = a_staff_member()
    an_account(owner)
    with override("en"):
        accounts.invite(owner, by=administrator, at=AT)

    assert "如非本人要求，请告诉支委会" in inbox(owner)


def test_without_a_branch_it_sends_to_the_head_of_the_school(inside):
    owner = a_staff_member()
    an_account(owner)
    accounts.invite(owner, by=an_administrator(), at=AT)

    assert "如非本人要求，请告诉校长" in inbox(owner)
