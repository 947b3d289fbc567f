"""The sign-in code: a signed address that rotates, so that a photograph of it is worth nothing a minute later.

The code names school and activity; opening it in time gives a ticket, with which the phone may still sign in while its
owner looks for the right name. The phone that scanned keeps the ticket in a cookie, so that the address alone, sent on to
somebody who is not in the room, is worth nothing. What remains: whoever is sent the code itself within its minute.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from django.conf import settings
from django.core import signing

from navmark.foundation.ui.refusals import Refusal

CODE_SECONDS = 60  # a code on the wall is shown for 20 seconds and works for a minute
TICKET_SECONDS = 600
COOKIE = "navmark_ticket"
_CODE, _TICKET = "activities.code", "activities.ticket"


class CodeExpired(Refusal):
    """The code is old, or not ours."""


def phones_can_reach_us() -> bool:
    """Whether an address is set that a phone in the school's network can open."""
    return bool(settings.PUBLIC_URL)


def code_for(school_id: UUID, activity_id: UUID) -> str:
    """As few letters as possible: the fewer there are, the larger the squares that a phone has to read from the last row."""
    return _sign(urlsafe_b64encode(school_id.bytes + activity_id.bytes).decode().rstrip("="), _CODE)


def ticket_from(code: str) -> str:
    """Exchange a code that is still fresh for a ticket. Raises CodeExpired."""
    return _sign(_read(code, _CODE, CODE_SECONDS), _TICKET)


def named_by(ticket: str) -> tuple[UUID, UUID]:
    """(school id, activity id) of a ticket. Raises CodeExpired."""
    both = urlsafe_b64decode(_read(ticket, _TICKET, TICKET_SECONDS) + "=")
    return UUID(bytes=both[:16]), UUID(bytes=both[16:])


def _sign(text: str, salt: str) -> str:
    return signing.TimestampSigner(salt=salt).sign(text)


def _read(text: str, salt: str, seconds: int) -> str:
    try:
        return signing.TimestampSigner(salt=salt).unsign(text, max_age=seconds)
    except signing.BadSignature:
        raise CodeExpired from None
