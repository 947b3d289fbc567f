"""Slips with which people open their accounts: a printed code, and where others can reach the server its link and a QR of it."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

import segno
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.accounts import Invited, invite
from navmark.foundation.people.listing import EVERYBODY, MEMBERS, STAFF, adults, group_of
from navmark.foundation.people.models import Person, SchoolAccount
from navmark.foundation.people.roles import Viewer

WITHOUT = "without"
GROUPS = {EVERYBODY: _("Everybody"), MEMBERS: _("Party members"), STAFF: _("Staff"), WITHOUT: _("Without an account")}
OWN_MACHINE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Slip:
    """What is made for one person. `link` and `qr` are empty where nobody but this machine could open the link."""

    invited: Invited
    address: str
    link: str
    qr: SafeString


def people_to_invite(viewer: Viewer, who: str = EVERYBODY) -> list[Person]:
    """Adults of one of GROUPS, each with `has_account`: they get a code for a new password instead."""
    seats = SchoolAccount.objects.filter(person=OuterRef("pk"))
    rows = group_of(who, viewer) if who in (MEMBERS, STAFF) else adults(viewer.on)
    rows = rows.defer("phone", "id_number", "address", "extra").annotate(has_account=Exists(seats))
    if who == WITHOUT:
        rows = rows.filter(has_account=False)
    return list(rows.order_by("sort_key", "id"))


def slips_for(request: HttpRequest, people: list[Person], *, by: Person, at: datetime) -> list[Slip]:
    """Invite each of these people, ending earlier codes of theirs."""
    base = settings.PUBLIC_URL or request.build_absolute_uri("/")
    reachable = urlsplit(base).hostname not in OWN_MACHINE
    return [_slip(invite(person, by=by, at=at), base, reachable=reachable) for person in people]


def _slip(invited: Invited, base: str, *, reachable: bool) -> Slip:
    link = urljoin(base, reverse("join", args=[invited.code]))
    drawn = segno.make(link, error="m").svg_inline(scale=3, svgclass="qr", lineclass=None) if reachable else ""
    return Slip(invited, urljoin(base, reverse("join_code")), link if reachable else "", mark_safe(drawn))  # our own drawing
