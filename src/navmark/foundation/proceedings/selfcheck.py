"""自查: what an inspector would notice, said before the record is submitted.

Every finding names what is wrong and how to mend it. What blocks can be lifted by a second person with a reason, unless
mending it is the only honest way (somebody not yet marked, a tally that no longer fits the roll, a vote without a quorum).
"""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities.models import Activity, Attendance, Part, Presence
from navmark.foundation.activities.numbering import of_the_same_number
from navmark.foundation.activities.queries import clashes
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.almanac.workdays import day_kind
from navmark.foundation.people.queries import reasons_away
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.findings import Finding, by_rule
from navmark.foundation.proceedings.forms_of_record import record_form
from navmark.foundation.proceedings.judging import attendance_verdict
from navmark.foundation.proceedings.models import AgendaItem, Origin, Waiver
from navmark.foundation.proceedings.queries import items_of
from navmark.foundation.proceedings.refusals import Refusal
from navmark.foundation.statute.findings import Outcome
from navmark.foundation.ui.dates import cn_date

ALIKE = 0.92
WORTH_COMPARING = 40  # characters; shorter texts are formulas
LOOK_BACK = 24  # earlier parts of the same kind and unit


class NotLiftable(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This finding cannot be lifted; it has to be mended."))


def findings(activity: Activity, rolls: Rolls | None = None) -> list[Finding]:
    """Everything the self-check has to say about this record, what blocks first. A page that has read the rolls gives them."""
    rolls = rolls or Rolls(activity)
    items = items_of(activity)
    found = [*_about_time(activity), *_about_people(activity, rolls)]
    for part in activity.parts.all():
        own = items.get(part.pk, [])
        found += [*_about_quorum(part, own, rolls), *_about_agenda(part, own), *_about_votes(own, rolls.of(part)),
                  *_about_copies(part, own)]  # fmt: skip
        found += [*_about_number(part), *elections.findings(own, on=activity.day), *_of_the_mechanism(part, rolls.of(part))]
    lifted = set(Waiver.objects.filter(minutes__activity=activity).values_list("finding", flat=True))
    marked = [replace(one, waived=one.code in lifted) for one in found]
    return sorted(marked, key=lambda one: not one.blocks)


def require_liftable(activity: Activity, code: str) -> None:
    """Raise NotLiftable unless `code` is a blocking finding of this record that a second person may lift."""
    if not any(one.code == code and one.blocking and one.liftable for one in findings(activity)):
        raise NotLiftable


def _about_time(activity: Activity) -> Iterator[Finding]:
    kind = day_kind(activity.day)
    if not kind.workday:
        words = _("The day was a day of rest (%(name)s). If that is right, nothing need be done.") % {"name": kind.name}
        yield Finding("rest-day", words)
    if activity.ends_at is None:
        yield Finding("no-end", _("The end time is missing. Fill it in on the plan."))
    if activity.host_id is None:
        yield Finding("no-host", _("The host is missing. Choose one on the plan."), blocking=True, liftable=False)
    if activity.recorder_id is None:
        yield Finding("no-recorder", _("The recorder is missing. Choose one on the plan."), blocking=True, liftable=False)


def _about_people(activity: Activity, rolls: Rolls) -> Iterator[Finding]:
    whole = rolls.whole()
    if whole.unmarked:
        words = ngettext(
            "%(count)s person is not marked yet. Mark the roll first.",
            "%(count)s people are not marked yet. Mark the roll first.",
            whole.unmarked,
        )
        yield Finding("unmarked", words % {"count": whole.unmarked}, blocking=True, liftable=False)
    picked = [place for place in whole.places if place.row.awaits_confirmation]
    if picked:
        words = _("Names picked on a phone still wait for the recorder's confirmation: %(names)s.")
        yield Finding("unconfirmed", words % {"names": _names(picked)}, blocking=True, liftable=False)
    there = [place.person for place in (*whole.places, *whole.observers) if place.row.is_there]
    away = reasons_away(there, activity.day)
    for person in there:
        if person.pk in away:
            words = _("%(name)s was on leave that day (%(reason)s), yet is marked as there. Check the roll.")
            yield Finding(f"on-leave-{person.pk}", words % {"name": person.name, "reason": away[person.pk]})
    yield from _in_two_places(clashes(activity, there))
    if any(place.row.presence == Presence.ABSENT and not place.row.reason for place in whole.places):
        yield Finding("no-reason", _("Somebody is absent without a reason on the roll. Add the reason if it is known."))


def _in_two_places(marks: list[Attendance]) -> Iterator[Finding]:
    """One finding for each other activity; whoever lifts it lifts it for so many people, and not for one more."""
    together: dict[Activity, list[str]] = {}
    for mark in marks:
        together.setdefault(mark.activity, []).append(mark.person.name)
    for other, names in together.items():
        words = _("%(names)s: also marked as there at “%(title)s” at the same time. Correct one of the two rolls.")
        filled = words % {"names": "、".join(names), "title": other.title}
        yield Finding(f"two-places-{other.pk}-{len(names)}", filled, blocking=True)


def _about_quorum(part: Part, items: list[AgendaItem], rolls: Rolls) -> Iterator[Finding]:
    """Enough for the meeting; and enough for those of its items that ask for more."""
    roll = rolls.of(part)
    sitting = record_form(part.kind).sitting
    if sitting is None or not roll.entitled:
        return
    asked = {f"quorum-{part.position}": sitting} | {f"quorum-{item.pk}": item.sitting for item in items if item.stricter}
    for code, wanted in asked.items():
        verdict = wanted and attendance_verdict(
            wanted, entitled=roll.entitled, present=roll.entitled_present, on=part.activity.day
        )
        if verdict and verdict.outcome == Outcome.PROBLEM:
            yield by_rule(code, verdict)


def _about_number(part: Part) -> Iterator[Finding]:
    for twin in of_the_same_number(part):
        words = _("“%(title)s” of %(day)s has the same number in the year, %(number)s. Correct one of the two on its plan.")
        filled = words % {"title": twin.activity.title, "day": cn_date(twin.activity.day), "number": part.number}
        yield Finding(f"number-{part.position}-{twin.pk}", filled)


def _of_the_mechanism(part: Part, roll: Roll) -> Iterator[Finding]:
    check = record_form(part.kind).check
    for number, finding in enumerate(check(part, roll) if check else ()):
        yield finding if isinstance(finding, Finding) else by_rule(f"{finding.rule_id}-{part.position}-{number}", finding)


def _about_votes(items: list[AgendaItem], roll: Roll) -> Iterator[Finding]:
    for item in items:
        for vote in item.votes.all():
            if (vote.entitled, vote.present) != (roll.entitled, roll.entitled_present):
                words = _("The vote “%(subject)s” was entered with another roll. Remove it and enter it again.")
                yield Finding(f"vote-{vote.pk}", words % {"subject": vote.subject}, blocking=True, liftable=False)
        if item.votes.all() and not item.speeches.all() and not _has_own_points(item):
            words = _("“%(title)s” was put to the vote, but no discussion is recorded. Add what was said.")
            yield Finding(f"undiscussed-{item.pk}", words % {"title": item.title}, rule_id="A10")


def _about_agenda(part: Part, items: list[AgendaItem]) -> Iterator[Finding]:
    """A meeting that decides and had nothing to decide; a decision that stands against its own vote."""
    if record_form(part.kind).sitting is not None and not items:
        words = _("%(kind)s: no item is recorded. Add what was dealt with.") % {"kind": part}
        yield Finding(f"no-item-{part.position}", words)
    for item in items:
        votes = [vote for vote in item.votes.all() if vote.candidate_id is None]
        if votes and not votes[-1].passed and item.decisions.all():
            words = _("“%(title)s” was not carried, yet something is decided under it. Correct it; or let it say that nothing"
                      " was carried, and have a second person lift this.")  # fmt: skip
            yield Finding(f"lost-{item.pk}", words % {"title": item.title}, blocking=True, rule_id=votes[-1].rule_id)


def _has_own_points(item: AgendaItem) -> bool:
    """Points that were written here; the committee's decision, carried over as it stood, says nothing of this meeting."""
    return bool(item.points.strip()) and (item.origin != Origin.DECISION or item.revision > 1)


def _about_copies(part: Part, items: list[AgendaItem]) -> Iterator[Finding]:
    earlier = _earlier_texts(part)
    for item in items:
        for text in (item.points, *(speech.text for speech in item.speeches.all())):
            twin = next((title for title, old in earlier if _alike(text, old)), None)
            if twin is not None:
                words = _("A text under “%(title)s” is nearly the same as one in “%(twin)s”. Write what was said this time.")
                yield Finding(f"copied-{item.pk}", words % {"title": item.title, "twin": twin})
                break


def _earlier_texts(part: Part) -> list[tuple[str, str]]:
    activity = part.activity
    parts = Part.objects.filter(kind=part.kind, activity__unit=activity.unit, activity__starts_at__lt=activity.starts_at)
    recent = list(parts.order_by("-activity__starts_at").values_list("pk", flat=True)[:LOOK_BACK])
    rows = AgendaItem.objects.filter(part__in=recent).select_related("part__activity").prefetch_related("speeches")
    return [
        (f"{row.part.activity.day:%Y-%m-%d} {row.title}", text)
        for row in rows
        for text in (row.points, *(speech.text for speech in row.speeches.all()))
    ]


def _alike(new: str, old: str) -> bool:
    if min(len(new), len(old)) < WORTH_COMPARING:
        return False
    matcher = SequenceMatcher(None, new, old, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _names(places: list) -> str:
    return "、".join(place.person.name for place in places)
