"""Who was there: everybody marked, nobody in two places or on leave, enough for what was decided."""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities.models import Activity, Attendance, Part, Presence
from navmark.foundation.activities.queries import clashes
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import reasons_away
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.judging import attendance_verdict
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.records.findings import ROLL, SelfCheckFinding, by_rule
from navmark.foundation.statute.findings import Outcome


def about_people(activity: Activity, rolls: Rolls) -> Iterator[SelfCheckFinding]:
    whole = rolls.whole()
    there = [place.person for place in (*whole.places, *whole.observers) if place.row.is_there]
    yield from _unsettled(whole)
    yield from _on_leave(there, activity)
    yield from _in_two_places(clashes(activity, there))
    silent = [place.person.name for place in whole.places if place.row.presence == Presence.ABSENT and not place.row.reason]
    if silent:
        words = _("%(names)s: absent without a reason on the roll. Add the reason if it is known.")
        yield SelfCheckFinding("no-reason", words % {"names": "、".join(silent)}, at=ROLL)


def _unsettled(whole: Roll) -> Iterator[SelfCheckFinding]:
    """Whom nobody has marked yet, and whose own mark nobody has confirmed."""
    unmarked = [place.person.name for place in whole.places if place.row.presence == Presence.UNKNOWN]
    if unmarked:
        words = ngettext(
            "%(count)s person is not marked yet: %(names)s. Mark the roll first.",
            "%(count)s people are not marked yet: %(names)s. Mark the roll first.",
            len(unmarked),
        )
        filled = words % {"count": len(unmarked), "names": "、".join(unmarked)}
        yield SelfCheckFinding("unmarked", filled, blocking=True, liftable=False, at=ROLL)
    picked = [place.person.name for place in whole.places if place.row.awaits_confirmation]
    if picked:
        words = _("Names picked on a phone still wait for the recorder's confirmation: %(names)s.")
        yield SelfCheckFinding("unconfirmed", words % {"names": "、".join(picked)}, blocking=True, liftable=False, at=ROLL)


def _on_leave(there: list[Person], activity: Activity) -> Iterator[SelfCheckFinding]:
    away = reasons_away(there, activity.day, unit=activity.unit)
    for person in there:
        if person.pk in away:
            words = _("%(name)s was on leave that day (%(reason)s), yet is marked as there. Check the roll.")
            yield SelfCheckFinding(f"on-leave-{person.pk}", words % {"name": person.name, "reason": away[person.pk]}, at=ROLL)


def _in_two_places(marks: list[Attendance]) -> Iterator[SelfCheckFinding]:
    """One finding for each other activity; whoever lifts it lifts it for so many people, and not for one more."""
    together: dict[Activity, list[str]] = {}
    for mark in marks:
        together.setdefault(mark.activity, []).append(mark.person.name)
    for other, names in together.items():
        words = _("%(names)s: also marked as there at “%(title)s” at the same time. Correct one of the two rolls.")
        filled = words % {"names": "、".join(names), "title": other.title}
        yield SelfCheckFinding(f"two-places-{other.pk}-{len(names)}", filled, blocking=True, at=ROLL)


def about_quorum(part: Part, items: list[AgendaItem], rolls: Rolls) -> Iterator[SelfCheckFinding]:
    """Enough for the meeting; and enough for those of its items that ask for more."""
    roll = rolls.of(part)
    sitting = deliberation_of(part.kind).sitting
    if sitting is None or not roll.entitled:
        return
    decided = any(item.votes.all() or item.decisions.all() for item in items)
    asked = {f"quorum-{part.position}": sitting} | {f"quorum-{item.pk}": item.sitting for item in items if item.stricter}
    for code, wanted in asked.items():
        verdict = wanted and attendance_verdict(
            wanted, entitled=roll.entitled, present=roll.entitled_present, on=part.activity.day
        )
        if verdict and verdict.outcome == Outcome.PROBLEM:
            finding = by_rule(code, verdict, at=ROLL)
            yield finding if decided else replace(finding, liftable=True)  # too few came, and the record may say so
