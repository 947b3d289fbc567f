"""Printed slips with which people open their accounts: a code, and a QR of the link where a phone can reach the server."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urljoin, urlsplit

import segno
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from navmark.foundation.people.accounts import Invited, invite
from navmark.foundation.people.listing import adults
from navmark.foundation.people.models import Person, SchoolAccount

OWN_MACHINE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Slip:
    """What is printed for one person. `qr` is empty where no phone could open the link."""

    invited: Invited
    address: str
    link: str
    qr: SafeString


def people_to_invite(on: date) -> list[Person]:
    """Adults, each with `has_account`: they get a code for a new password instead."""
    seats = SchoolAccount.objects.filter(person=OuterRef("pk"))
    rows = adults(on).defer("phone", "id_number", "address", "extra")
    return list(rows.annotate(has_account=Exists(seats)).order_by("sort_key", "id"))


def slips_for(request: HttpRequest, people: list[Person], *, by: Person, at: datetime) -> list[Slip]:
    """Invite each of these people, ending earlier codes of theirs."""
    base = settings.PUBLIC_URL or request.build_absolute_uri("/")
    reachable = urlsplit(base).hostname not in OWN_MACHINE
    return [_slip(invite(person, by=by, at=at), base, reachable=reachable) for person in people]


def _slip(invited: Invited, base: str, *, reachable: bool) -> Slip:
    link = urljoin(base, reverse("join", args=[invited.code]))
    drawn = segno.make(link, error="m").svg_inline(scale=3, svgclass="qr", lineclass=None) if reachable else ""
    return Slip(invited, urljoin(base, reverse("join_code")), link, mark_safe(drawn))  # our own drawing
