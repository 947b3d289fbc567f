"""重设密码: a code for a new password opens whatever its owner may read, talks included, to whoever holds the slip.

So it is never made unseen: the owner and the secretary read of it in their inbox. For the secretary's own account that is not
enough, because it opens every talk: a second person must confirm that it was she who asked (docs/adr/0007). The inbox stands
below this room, which therefore cannot import it: it hangs its bell here when the program starts.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.people.dated import true_on
from navmark.foundation.people.models import (
    COMMITTEE_POSTS,
    Invitation,
    InvitationPurpose,
    PartyStatus,
    Person,
    Post,
    PostKind,
    SchoolAccount,
)
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.queries import holders_of

Bell = Callable[..., None]  # (people ids, *, title, url, subject, at)

_bells: list[Bell] = []


def told_by(bell: Bell) -> None:
    _bells[:] = [bell]


def waits(invitation: Invitation, *, on: date) -> bool:
    """Whether the code opens nothing yet: it sets the password of somebody who is secretary on that day, here or (an account is
    global) at another school, and nobody has confirmed it."""
    if invitation.purpose != InvitationPurpose.RESET or invitation.confirmed_by is not None:
        return False
    account = SchoolAccount._base_manager.filter(person=invitation.person_id).values("account")
    offices = Post._base_manager.filter(true_on(on), kind=PostKind.SECRETARY, person__accounts__account__in=account)
    return offices.exists()


def confirmers(invitation: Invitation, *, on: date) -> QuerySet[Person]:
    """Who may confirm it: the committee, or any Party member where nobody else sits on it; never the owner or the maker."""
    apart = [key for key in (invitation.person_id, invitation.made_by) if key]
    committee = holders_of(COMMITTEE_POSTS, on=on).exclude(pk__in=apart)
    if committee.exists():
        return committee
    members = PartyStatus.objects.on(on).filter(status__in=MEMBER_STATUSES).values("person")
    return Person.objects.filter(pk__in=members).exclude(pk__in=apart)


def announce(invitation: Invitation, *, by: Person | None, at: datetime) -> None:
    """Tell those who may confirm it, where that is needed; then the owner and the secretary. In the school's language, whatever
    that of the page."""
    with override(settings.LANGUAGE_CODE):
        _announce(invitation, by=by, at=at)


def _announce(invitation: Invitation, *, by: Person | None, at: datetime) -> None:
    on, about = localdate(at), {"subject": invitation.pk, "at": at}
    names = {"by": by.name if by else _("The system"), "name": invitation.person.name}
    if waits(invitation, on=on):
        title = _("%(by)s made a code for a new password of %(name)s. It works when a second person has confirmed it.") % names
        seconds = confirmers(invitation, on=on).values_list("pk", flat=True)
        _ring(seconds, title=title, url=reverse("people:confirm-code", args=[invitation.pk]), **about)
    secretaries = holders_of((PostKind.SECRETARY,), on=on).values_list("pk", flat=True)
    told = {invitation.person_id, *secretaries} - {by.pk if by else None}
    title = _("%(by)s made a code for a new password of %(name)s. If it was not asked for, tell the committee.")
    if not secretaries:
        title = _("%(by)s made a code for a new password of %(name)s. If it was not asked for, tell the head of the school.")
    _ring(told, title=title % names, url=reverse("people:account"), **about)


def _ring(people: Iterable[UUID], **words: Any) -> None:
    if not _bells:
        raise ImproperlyConfigured("nobody would be told: no code for a new password is made")
    _bells[0](people, **words)
