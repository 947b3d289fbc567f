"""Accounts by invitation: a printed code or a link, used once, opens an account or sets a new password.

The code is shown once and never stored; what is stored is a keyed digest. An account is global, so a teacher of two schools
has one, with a seat in each.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.people import devices, resets
from navmark.foundation.people.models import Account, Device, Invitation, InvitationPurpose, Person, SchoolAccount
from navmark.foundation.people.refusals import InvitationInvalid, LoginTaken, SeatTaken, Unconfirmed
from navmark.foundation.sealing.index import blind_index

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is mistaken for something else on paper
LETTERS = 12
VALID_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Invited:
    """An invitation with the code that stands on the printed slip; nobody can find the code again. `waits`: a second person
    must confirm it before it works."""

    person: Person
    purpose: str
    code: str
    expires_at: datetime
    waits: bool = False


def _digest(code: str) -> str:
    return blind_index("".join(char for char in code.upper() if char.isalnum()), "invitation")


def _new_code() -> str:
    letters = "".join(secrets.choice(ALPHABET) for _letter in range(LETTERS))
    return "-".join(letters[start : start + 4] for start in range(0, LETTERS, 4))


@transaction.atomic
def invite(person: Person, *, by: Person | None, at: datetime) -> Invited:
    """Make a code: for an account, or for a new password where the person has one; of the latter, people are told. Earlier codes
    of this person end."""
    has_account = SchoolAccount.objects.filter(person=person).exists()
    purpose = InvitationPurpose.RESET if has_account else InvitationPurpose.JOIN
    end_codes(person, at=at)
    code = _new_code()
    made = Invitation.objects.create(
        person=person,
        purpose=purpose,
        code_digest=_digest(code),
        made_by=by and by.pk,
        made_at=at,
        expires_at=at + VALID_FOR,
    )
    record("people.invited", by=by, at=at, subject=person, purpose=purpose)
    if purpose == InvitationPurpose.RESET:
        resets.announce(made, by=by, at=at)
    return Invited(person, purpose, code, made.expires_at, resets.waits(made, on=localdate(at)))


def end_codes(person: Person, *, at: datetime) -> int:
    """No code of this person that is still unused opens anything; how many there were."""
    return open_codes(at=at).filter(person=person).update(expires_at=at)


def open_codes(*, at: datetime) -> QuerySet[Invitation]:
    """Codes of the active school that are neither used nor over."""
    return Invitation.objects.filter(used_at__isnull=True, expires_at__gt=at)


@transaction.atomic
def confirm_code(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """A second person says that the secretary asked for this code."""
    open_codes(at=at).filter(pk=invitation.pk).update(confirmed_by=by.pk)
    record("people.code_confirmed", by=by, at=at, subject=invitation.person)


@transaction.atomic
def refuse_code(invitation: Invitation, *, by: Person, at: datetime) -> None:
    """A second person says that she did not."""
    open_codes(at=at).filter(pk=invitation.pk).update(expires_at=at)
    record("people.code_refused", by=by, at=at, subject=invitation.person)


def shut_out(person: Person, *, at: datetime) -> None:
    """Somebody who left for good: no seat in this school, no code that opens one, no remembered phone."""
    SchoolAccount.objects.filter(person=person).delete()
    Device.objects.filter(person=person).delete()
    end_codes(person, at=at)


def invitation_for(code: str, *, at: datetime) -> Invitation:
    """The valid invitation of this code, in whichever school it was made. Raises InvitationInvalid, Unconfirmed."""
    rows = Invitation._base_manager.select_related("school", "person")
    found = rows.filter(code_digest=_digest(code), used_at__isnull=True, expires_at__gt=at).first()
    if found is None:
        raise InvitationInvalid
    if resets.waits(found, on=localdate(at)):
        raise Unconfirmed
    return found


def _use(invitation: Invitation, *, at: datetime) -> None:
    """Take the invitation; of two who try at once, one gets it."""
    if not open_codes(at=at).filter(pk=invitation.pk).update(used_at=at):
        raise InvitationInvalid


@transaction.atomic
def open_account(person: Person, *, login: str, password: str, at: datetime) -> Account:
    """An account with a seat for this person. Raises LoginTaken."""
    try:
        with transaction.atomic():
            account = Account.objects.create_user(login, password)
    except IntegrityError as taken:
        raise LoginTaken from taken
    return _seat(account, person, at=at)


def _seat(account: Account, person: Person, *, at: datetime) -> Account:
    try:
        with transaction.atomic():
            SchoolAccount.objects.create(account=account, person=person)
    except IntegrityError as taken:
        raise SeatTaken from taken
    record("people.joined", by=person, at=at, subject=person, login=account.login)
    return account


@transaction.atomic
def join(invitation: Invitation, *, login: str, password: str, at: datetime) -> Account:
    """Open the account the invitation is for. Raises InvitationInvalid, LoginTaken."""
    _use(invitation, at=at)
    return open_account(invitation.person, login=login, password=password, at=at)


@transaction.atomic
def join_with(invitation: Invitation, *, account: Account, at: datetime) -> Account:
    """Give an account that exists a seat in this school too. Raises InvitationInvalid, SeatTaken."""
    _use(invitation, at=at)
    return _seat(account, invitation.person, at=at)


@transaction.atomic
def reset_password(invitation: Invitation, *, password: str, at: datetime) -> Account:
    """Set a new password; every session and every remembered device of the account ends with it."""
    if resets.waits(invitation, on=localdate(at)):
        raise Unconfirmed
    _use(invitation, at=at)
    account = account_of(invitation.person)
    change_password(invitation.person, account, password=password, at=at)
    return account


@transaction.atomic
def change_password(person: Person, account: Account, *, password: str, at: datetime) -> None:
    """A new password by somebody who knows the present one; other sessions and remembered devices end."""
    account.set_password(password)
    account.save(update_fields=["password"])
    devices.forget_all_of(account)
    record("people.password", by=person, at=at, subject=person)


def account_of(person: Person) -> Account:
    return SchoolAccount.objects.select_related("account").get(person=person).account
