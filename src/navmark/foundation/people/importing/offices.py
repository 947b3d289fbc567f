"""Offices that a table names. One of a single holder changes hands only where somebody has looked, so it is told in words."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.people.importing.facts import DAY, give_way
from navmark.foundation.people.importing.register import KnownPeople
from navmark.foundation.people.models import Person, Post, Unit, UnitKind
from navmark.foundation.people.models.post import MEMBERS_POSTS, ONE_HOLDER
from navmark.foundation.people.naming import name_on
from navmark.foundation.tables.preview import Change
from navmark.foundation.tables.refusals import CellProblem


def take_posts(
    register: KnownPeople, person: Person, wanted: list[tuple[str, Unit | None]], among: tuple[str, ...], *, on: date
) -> list[Change]:
    """These offices and, of the kinds in `among`, no others. Where an office has one holder, the one before gives way.

    Raises CellProblem when a row above gives the same office of one to somebody else.
    """
    held = {(post.kind, post.unit_id): post for post in register.posts[person.pk]}
    keys = {_key(kind, unit) for kind, unit in wanted}
    for kind, unit in wanted:
        _claim(register, person, kind, unit, on=on)
    changes = []
    for key, post in held.items():
        if post.kind in among and key not in keys:
            changes.append(_dismissed(register, person, post, on=on))
    for kind, unit in wanted:
        if _key(kind, unit) not in held:
            changes.append(_appointed(register, person, kind, unit, on=on))
    return changes


def leave_branch(register: KnownPeople, person: Person, branch_id: Any, *, on: date) -> list[Change]:
    """Whoever moves to another branch leaves the offices and the Party group of this one."""
    for place in [row for row in register.places[person.pk] if row.unit.branch_id == branch_id]:
        give_way(register, place, on)
        register.places[person.pk].remove(place)
    held = [post for post in register.posts[person.pk] if post.kind in MEMBERS_POSTS]
    there = [post for post in held if post.unit and post.unit.branch_id == branch_id]
    return [_dismissed(register, person, post, on=on) for post in there]


def _dismissed(register: KnownPeople, person: Person, post: Post, *, on: date) -> Change:
    _leave(register, post, on)
    register.vacated[_key(post.kind, post.unit)] = person
    return Change(_("Post"), in_words(post, on), "")


def _key(kind: str, unit: Unit | None) -> tuple[str, Any]:
    return kind, unit.pk if unit else None


def _claim(register: KnownPeople, person: Person, kind: str, unit: Unit | None, *, on: date) -> None:
    """One office, one holder, within the table too: otherwise the last row would win in silence."""
    if kind in ONE_HOLDER and (other := register.claims.setdefault(_key(kind, unit), person)) is not person:
        told = {"post": in_words(Post(kind=kind, unit=unit), on), "name": other.name}
        raise CellProblem(
            _("%(post)s stands in the row of %(name)s already, and one person holds it; correct one of the rows.") % told
        )


def _appointed(register: KnownPeople, person: Person, kind: str, unit: Unit | None, *, on: date) -> Change:
    """Of one holder after the other, each begins when the one before is over; the first, as long as we know."""
    others = register.holders(kind, unit) if kind in ONE_HOLDER else []
    for other in others:
        _leave(register, other, on)
        register.vacated[_key(kind, unit)] = register.persons[other.person_id]
    before = register.vacated.get(_key(kind, unit)) if kind in ONE_HOLDER else None
    last = register.held_until.get(_key(kind, unit))
    post = Post(person=person, kind=kind, unit=unit, from_day=max(on, last + DAY) if last else None)
    register.posts[person.pk].append(register.add(post))
    if before is None:
        return Change(_("Post"), "", in_words(post, on))
    told = {"new": person.name, "post": in_words(post, on), "old": before.name}
    register.handovers.append(_("%(new)s takes over as %(post)s; %(old)s no longer holds it.") % told)
    return Change(_("Post"), "", register.handovers[-1])


def _leave(register: KnownPeople, post: Post, on: date) -> None:
    give_way(register, post, on)
    register.posts[post.person_id].remove(post)
    if post.kind in ONE_HOLDER:
        office = (post.kind, post.unit_id)
        register.held_until[office] = max(on - DAY, register.held_until.get(office, date.min))


def in_words(post: Post, on: date) -> str:
    """班主任(一年级(1)班); the branch's and the school's own posts need no unit."""
    unit = post.unit
    if unit is None or unit.kind == UnitKind.BRANCH:
        return post.called
    return f"{post.called} ({name_on(unit, on)})"
