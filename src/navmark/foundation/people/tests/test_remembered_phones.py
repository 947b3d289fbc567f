from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import accounts, devices
from navmark.foundation.people.devices import RememberedPhone
from navmark.foundation.people.models import Device
from navmark.foundation.people.tests.factories import a_staff_member, an_account, signed_in
from navmark.foundation.tenancy.scope import within


@pytest.fixture
def person(inside, settings):
    settings.PUBLIC_URL = "http://192.0.2.7:8000"
    return a_staff_member()


def test_what_is_kept_of_the_token_is_a_digest(person):
    token = devices.remember(person, at=timezone.now())

    assert devices.owner_of(token.text, at=timezone.now()) == person
    assert token.text not in Device.objects.get().token_digest
    assert not any(token.text in text for text in AuditEntry.objects.values_list("payload", flat=True))


def test_it_lasts_as_long_as_the_school_decided(person):
    at = timezone.now()
    RememberedPhone.decide("days", 30, holds_from=at.date() - timedelta(days=1), basis="行政会", by=person.pk, at=at)

    token = devices.remember(person, at=at)

    assert token.days == 30
    assert devices.owner_of(token.text, at=at + timedelta(days=30, seconds=-1)) == person
    assert devices.owner_of(token.text, at=at + timedelta(days=30)) is None


def test_a_token_of_one_school_means_nothing_in_another(person, neighbour):
    token = devices.remember(person, at=timezone.now())

    with within(neighbour):
        assert devices.owner_of(token.text, at=timezone.now()) is None


def test_one_of_two_phones_is_forgotten_on_the_page_of_the_account(person):
    browser, address = signed_in(person), reverse("people:account")
    lost, kept = (devices.remember(person, at=timezone.now() - timedelta(days=days)) for days in (40, 1))
    oldest = Device.objects.order_by("made_at").first()
    assert browser.get(address).content.decode().count('name="phone"') == 2

    browser.post(reverse("people:forget-devices"), {"phone": oldest.pk})

    assert devices.owner_of(lost.text, at=timezone.now()) is None
    assert devices.owner_of(kept.text, at=timezone.now()) == person
    assert browser.get(address).content.decode().count('name="phone"') == 1
    assert AuditEntry.objects.filter(kind="people.phone_forgotten").count() == 1


def test_nobody_forgets_the_phone_of_somebody_else(person):
    token = devices.remember(person, at=timezone.now())

    for chosen in (str(Device.objects.get().pk), "no-id"):
        signed_in(a_staff_member()).post(reverse("people:forget-devices"), {"phone": chosen})

    assert devices.owner_of(token.text, at=timezone.now()) == person


def test_the_page_of_the_account_gives_this_phone_its_token(person):
    browser = signed_in(person)

    answer = browser.post(reverse("people:remember-device"))

    assert devices.owner_of(answer.cookies[devices.COOKIE].value, at=timezone.now()) == person


def test_a_new_password_ends_the_phones_in_every_school_of_the_account(person, neighbour):
    account = an_account(person)
    with within(neighbour):
        there = a_staff_member()
        code = accounts.invite(there, by=None, at=timezone.now()).code
        accounts.join_with(accounts.invitation_for(code, at=timezone.now()), account=account, at=timezone.now())
        devices.remember(there, at=timezone.now())
    devices.remember(person, at=timezone.now())
    stranger = devices.remember(a_staff_member(), at=timezone.now())

    accounts.change_password(person, account, password="一个新的密码2026", at=timezone.now())

    assert Device._base_manager.count() == 1
    assert devices.owner_of(stranger.text, at=timezone.now()) is not None
