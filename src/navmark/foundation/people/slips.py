"""Slips with which people open their accounts: a printed code, and where others can reach the server its link and a QR of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.accounts import Invited, invite
from navmark.foundation.people.addresses import opens_here_only, public_address
from navmark.foundation.people.listing import EVERYBODY, MEMBERS, STAFF, adults, group_of
from navmark.foundation.people.models import Person, SchoolAccount
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.qr import square

WITHOUT = "without"
GROUPS = {EVERYBODY: _("Everybody"), MEMBERS: _("Party members"), STAFF: _("Staff"), WITHOUT: _("Without an account")}


@dataclass(frozen=True)
class Slip:
    """What is made for one person. `link` and `qr` are empty where nobody but this machine could open the link."""

    invited: Invited
    address: str
    link: str
    qr: SafeString


def groups_for(viewer: Viewer) -> dict[str, str | Promise]:
    """Those of GROUPS that somebody can belong to."""
    return {code: label for code, label in GROUPS.items() if code != MEMBERS or viewer.has_branch}


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
    return [_slip(request, invite(person, by=by, at=at)) for person in people]


def _slip(request: HttpRequest, invited: Invited) -> Slip:
    link = public_address(request, reverse("join", args=[invited.code]))
    reachable = not opens_here_only(link)
    drawn = square(link, soil="m", scale=3, svgclass="qr", lineclass=None) if reachable else SafeString()
    return Slip(invited, public_address(request, reverse("join_code")), link if reachable else "", drawn)
