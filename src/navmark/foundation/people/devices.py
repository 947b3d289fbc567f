"""A remembered phone: it signs its owner in at a meeting with one tap, and opens nothing else.

The cookie goes to the sign-in pages alone, and only a digest of it is kept. Whoever holds the phone can therefore say that its
owner was there, and no more; a phone that is lost is forgotten on the page of one's own account.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Account, Device, Person
from navmark.foundation.tenancy.policy import Policy

COOKIE = "navmark_phone"
PATH = "/sign-in/"  # the browser shows the cookie to these pages only


@dataclass(frozen=True)
class RememberedPhone(Policy):
    """记住手机的期限: about a term; after it the owner logs in once more."""

    code: ClassVar[str] = "people.remembered_phone"
    days: int = 180


@dataclass(frozen=True)
class Token:
    """What only the phone knows."""

    text: str
    days: int


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def remember(person: Person, *, at: datetime) -> Token:
    """Remember a phone of this person; to be called for a person who is logged in, and by that person's choice."""
    token = Token(secrets.token_urlsafe(32), RememberedPhone.on(localdate(at)).days)
    Device.objects.filter(person=person, expires_at__lte=at).delete()
    ends = at + timedelta(days=token.days)
    Device.objects.create(person=person, token_digest=_digest(token.text), made_at=at, expires_at=ends)
    record("people.phone_remembered", by=person, at=at, subject=person)
    return token


def hand_over(token: Token, answer: HttpResponse) -> None:
    """Give the phone its token with this answer."""
    answer.set_cookie(
        COOKIE, token.text, max_age=timedelta(days=token.days), path=PATH, secure=settings.SESSION_COOKIE_SECURE,
        httponly=True, samesite="Lax",
    )  # fmt: skip


def owner_of(text: str, *, at: datetime) -> Person | None:
    """Whose phone this is in the active school, if it is still remembered."""
    device = Device.objects.filter(token_digest=_digest(text), expires_at__gt=at).select_related("person").first()
    return device.person if device else None


def phones_of(person: Person, *, at: datetime) -> QuerySet[Device]:
    return Device.objects.filter(person=person, expires_at__gt=at).order_by("-made_at")


@transaction.atomic
def forget(person: Person, *, at: datetime, only: str = "") -> int:
    """The person has the phone with this id forgotten, or all of them; how many they were."""
    chosen = [phone.pk for phone in phones_of(person, at=at) if only in ("", str(phone.pk))]
    if not chosen:
        return 0
    record("people.phone_forgotten", by=person, at=at, subject=person, phones=len(chosen))
    return Device.objects.filter(pk__in=chosen).delete()[0]


def forget_all_of(account: Account) -> None:
    """No phone of the account, in any of its schools: the password is new."""
    Device._base_manager.filter(person__accounts__account=account).delete()
