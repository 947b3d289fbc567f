"""The circles around one entry: its owner, who wrote it, whom it is about, all its hands; another than did the step before.

"another:committee" is anybody of the committee but who did the last step. Each is answered three times, of one viewer, as a
condition on many entries, and by the people of one; the three always agree.
"""

from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from navmark.foundation.people.circles import circle
from navmark.foundation.people.circles.named import ABOUT, ANOTHER, AUTHOR, OWNER, PARTICIPANTS
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers.models import Entry, Hand, HandRole

ANSWERED = (OWNER, AUTHOR, ABOUT, PARTICIPANTS, ANOTHER)
_ROLES = {AUTHOR: (HandRole.AUTHOR,), ABOUT: (HandRole.ABOUT,), PARTICIPANTS: tuple(HandRole)}


def stands_around(viewer: Viewer, entry: Entry, *codes: str) -> bool:
    """Whether she stands in any of these circles around the unit of the entry, or around the entry itself."""
    return any(_stands(viewer, entry, code) for code in codes)


def _stands(viewer: Viewer, entry: Entry, code: str) -> bool:
    if not circle(code).of_thing:
        return viewer.is_in(entry.unit, code)
    thing, _colon, of = code.partition(":")
    return (not of or viewer.is_in(entry.unit, of)) and viewer.person.pk in people_named(entry, thing, else_=viewer.person.pk)


def people_named(entry: Entry, thing: str, *, else_: UUID | None = None) -> set[UUID]:
    """The ids of those who are this to the entry. `another` names nobody: it leaves out whoever did the step before, so `else_`
    passes unless it was she."""
    if thing == ANOTHER:
        return {else_} - {last_mover(entry)} if else_ else set()  # type: ignore[arg-type]
    hands = {hand.person_id for hand in entry.hands.all() if hand.role in _ROLES.get(thing, ())}
    owner = {entry.owner_id} if thing in (OWNER, PARTICIPANTS) and entry.owner_id else set()
    return hands | owner | ({entry.made_by} if thing == AUTHOR else set())


def last_mover(entry: Entry) -> UUID:
    """Who did the step before; who began it, where none was taken."""
    return next((move.by for move in reversed(entry.moves.all()) if move.undone_at is None), entry.made_by)


def open_to(viewer: Viewer, *codes: str) -> Q:
    """The same as a condition on entries, for whoever reads: one that always holds for whom every unit is open."""
    hers = viewer.units_in(*(code for code in codes if not circle(code).of_thing))
    if len(hers) == len(viewer.units):
        return Q()
    return reduce(or_, (_condition(viewer, code) for code in codes if circle(code).of_thing), Q(unit__in=hers))


def _condition(viewer: Viewer, code: str) -> Q:
    thing, _colon, of = code.partition(":")
    among = Q(unit__in=viewer.units_in(of)) if of else Q()
    if thing == ANOTHER:  # a matter of one step; reading asks only whether she is of the circle
        return among if of else Q(pk__in=[])
    me = viewer.person.pk
    hands = Hand.objects.filter(person=me, role__in=_ROLES.get(thing, ()))
    named = Q(pk__in=hands.values("entry")) if thing in _ROLES else Q(pk__in=[])
    if thing in (OWNER, PARTICIPANTS):
        named |= Q(owner=me)
    return among & (named | Q(made_by=me) if thing == AUTHOR else named)
