"""With what the paper of a kind from data begins, alone or as a part of a gathering."""

from datetime import date, datetime
from typing import Any, Protocol

from django.utils.timezone import localdate

from navmark.foundation.activities.hours import LENGTH, ClassHour, hours_between
from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.occasions.writing import edition_of, known_of, paper_of, theme_of
from navmark.foundation.activities.planning.foreknown import foreknown
from navmark.foundation.papers.actions import answer, begin
from navmark.foundation.papers.defaults import COUNTED, LAST, MONTH, TURN, defaults
from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.people.models import Person, Unit


class Arrangement(Protocol):
    """A plan, or what was arranged by it."""

    @property
    def unit(self) -> Unit: ...
    @property
    def host(self) -> Person | None: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime | None: ...


def foreseen(one: Kind, asked: Description, held: Arrangement, *, is_joined: bool = False) -> Values:
    """What is known of one of this kind: host, unit and day, whose turn it is, what was written last time, and how long it lasts:
    of a part that joins a gathering nobody knows that."""
    day = localdate(held.starts_at)
    context = _context(one, held, day)
    if not is_joined and any(field.default == LENGTH for field in asked.fields):
        context[LENGTH] = hours_between(held.starts_at, held.ends_at, minutes=ClassHour.on(day).minutes)
    return defaults(asked, context, known_of(held.unit, day, host=held.host))


def _context(one: Kind, held: Arrangement, day: date) -> dict[str, Any]:
    last = Activity.objects.filter(parts__kind=one.code, unit=held.unit, starts_at__lt=held.starts_at)
    before = last.exclude(state=ActivityState.CANCELLED).order_by("-starts_at").first()
    answers = paper_of(before, one.code) if before else None
    before_it = foreknown(one, held.unit, day)
    known = {LAST: answers.values if answers else {}, TURN: before_it, COUNTED: before_it, MONTH: before_it}
    return {"host": held.host, "unit": held.unit, "day": day, **known}


def begin_joined(activity: Activity, *, by: Person, at: datetime) -> None:
    """Each part from data that joins the gathering has its paper from the start, with the theme that the plan says."""
    parts = [part for part in activity.parts.all() if part.is_joined]
    begun = answers_to(Part._meta.label_lower, [part.pk for part in parts]) if parts else {}
    for part in parts:
        _say_theme(part, begun.get(part.pk) or _begun(part, activity, by=by, at=at), activity, by=by, at=at)


def _begun(part: Part, activity: Activity, *, by: Person, at: datetime) -> Answers:
    one = kind(part.kind)
    edition = edition_of(one)
    return begin(part, edition, foreseen(one, edition.description, activity, is_joined=True), by=by, at=at)


def _say_theme(part: Part, answers: Answers, activity: Activity, *, by: Person, at: datetime) -> None:
    """Plan and paper say the same: what was typed on the plan last, else what stands on the paper."""
    theme = theme_of(answers.edition.description)
    written = answers.values.get(theme.key) if theme else None
    if theme and part.topic and part.topic != written:
        answer(answers, {theme.key: part.topic}, revision=answers.revision, by=by, at=at, about=activity)
    elif written and not part.topic:
        part.topic = written
        part.save(update_fields=["topic"])
