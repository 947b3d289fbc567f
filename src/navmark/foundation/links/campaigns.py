"""A campaign that is itself a thing of the school: its tag follows it; what it leaves open goes into the next, with its past."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from navmark.foundation.audit.actions import record
from navmark.foundation.links import known, refusals
from navmark.foundation.links import logs as logs  # registers what is recorded below
from navmark.foundation.links.actions import renamed
from navmark.foundation.links.linkable import Linked
from navmark.foundation.links.models import Tag, Tie

Following = Callable[..., None]
_following: list[Following] = []


def followed(act: Following) -> Following:
    """Call it, too, with a tag and `at`, whenever a campaign began or has other days."""
    _following.append(act)
    return act


@transaction.atomic
def follow(of: str, pk: UUID, *, title: str, first: date, last: date, at: datetime) -> Tag:
    """The tag of the thing that is a campaign, as it should stand: called as it is, from its first day to its last."""
    said = {"of": of, "title": title[: Tag._meta.get_field("title").max_length], "from_day": first, "to_day": max(first, last)}
    before = Tag.objects.filter(thing=pk).first()
    if before is None:
        made = Tag.objects.create(code=f"campaign-{pk.hex[-12:]}", thing=pk, **said)
    else:
        made, _new = Tag.objects.update_or_create(thing=pk, defaults=said)
        renamed({before.title: made.title})
    known.renew()
    if before is None or (before.from_day, before.to_day) != (made.from_day, made.to_day):
        for act in _following:
            act(made, at=at)
    return made


@transaction.atomic
def unfollow(pk: UUID, *, at: datetime) -> None:
    """The thing is no campaign any more. Raises StillCarried where something belongs to it."""
    tag = Tag.objects.filter(thing=pk).first()
    if tag is None:
        return
    if Tie.objects.filter(Q(tag=tag) | Q(carried_from=tag)).exists():
        raise refusals.StillCarried
    Tag.objects.filter(pk=tag.pk).delete()
    known.renew()
    for act in _following:
        act(tag, at=at)


@transaction.atomic
def carry(things: Iterable[Linked], tag: Tag, into: Tag, *, by: Any, at: datetime) -> int:
    """Let what the campaign leaves open serve the next one too: both say so, and the thing keeps all that it went through.
    How many were carried; one that is there already stays.

    Raises NothingCarried, NotTheNext.
    """
    wanted = list(things)
    if not wanted:
        raise refusals.NothingCarried
    if into.pk == tag.pk or not into.is_campaign:
        raise refusals.NotTheNext
    there = set(Tie.objects.filter(tag=into, thing__in=[one.pk for one in wanted]).values_list("thing", flat=True))
    new = [one for one in wanted if one.pk not in there]
    Tie.objects.bulk_create(Tie(kind=one.kind, thing=one.pk, tag=into, carried_from=tag) for one in new)
    for one in new:
        record("links.carried", by=by, at=at, subject=(one.kind, one.pk), before=tag.title, after=into.title)
    return len(new)
