"""Files of a pledge: its holder and the keepers open and add them."""

from datetime import datetime
from uuid import UUID

from django.urls import reverse

from navmark.foundation.attachments.owners import OwnerKind, register
from navmark.foundation.pledges import access
from navmark.foundation.pledges.models import Pledge

PLEDGE_FILES = "pledges.pledge"


def _never_closed(pk: UUID) -> datetime | None:
    """The row is held, as for every owner; what was attached may be taken away as long as the day allows."""
    Pledge.objects.select_for_update().get(pk=pk)
    return None


def page_of(pledge: Pledge) -> str:
    return reverse("pledges:pledge", args=[pledge.pk])


register(OwnerKind(PLEDGE_FILES, access.pledge_for, access.pledge_for, _never_closed, page_of))
