"""What of an open entry passes to another when somebody leaves: that it is hers, and where she helps or writes."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before, together
from navmark.foundation.cadence import waiting
from navmark.foundation.people.handing import HandingSource, HeldThing, Passing, register
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.actions import locked
from navmark.foundation.registers.files import page_of
from navmark.foundation.registers.models import Entry, HandRole

AT_WORK = (HandRole.AUTHOR, HandRole.HELPER)


def held(viewer: Viewer, person: Person) -> list[HeldThing]:
    """Two queries, and the register's circles for each."""
    hands = Q(hands__person=person, hands__role__in=AT_WORK)
    rows = Entry.objects.filter(Q(owner=person) | hands, closed_at__isnull=True).distinct().order_by("day", "pk")
    entries = rows.select_related("register", "edition", "unit").prefetch_related("moves", "hands")
    return [
        HeldThing(one.pk, f"{one.register.title}：{one.title}", one.standing.zh, None, page_of(one), access.may_keep(viewer, one))
        for one in entries
        if not one.standing.is_closed  # a register without steps keeps its entries, and asks for nothing
    ]


@transaction.atomic
def hand_on(ids: Collection[UUID], passing: Passing) -> None:
    for pk in ids:
        entry = locked(pk)
        before = Before(entry, "owner")
        if entry.owner_id == passing.was.pk:
            entry.owner = passing.now
            entry.save(update_fields=["owner"])
        changes = together(before.changes(entry), *_hands(entry, passing))
        record("registers.corrected", by=passing.by, at=passing.at, subject=entry, changes=changes, reason=passing.reason)
    waiting.changed("entry", list(ids), at=passing.at)


def _hands(entry: Entry, passing: Passing) -> list[list]:
    """Hers become his, unless he has the same already."""
    found = []
    for hand in entry.hands.filter(person=passing.was, role__in=AT_WORK):
        before = Before(hand, "person", about=entry)
        if entry.hands.filter(person=passing.now, role=hand.role).exists():
            hand.delete()
            found.append(before.changes(None))
        else:
            hand.person = passing.now
            hand.save(update_fields=["person"])
            found.append(before.changes(hand))
    return found


register(HandingSource("entries", _("Entries of registers"), held, hand_on))
