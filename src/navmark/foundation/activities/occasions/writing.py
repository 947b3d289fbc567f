"""The paper of an occasion, what is known of it, and what is still lacking."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.lacking import lacking
from navmark.foundation.papers.models import Answers, PaperEdition
from navmark.foundation.papers.queries import answers_of, newest
from navmark.foundation.people.models import Person, Unit


@dataclass(frozen=True)
class Lack:
    """What is missing before the record is complete; `anchor` leads to where it is given."""

    words: str
    anchor: str


def kind_of(activity: Activity) -> Kind:
    """Of its first part; a kind from data is alone in its gathering."""
    first = next(iter(activity.parts.all()))
    return kind(first.kind)


def edition_of(one: Kind) -> PaperEdition:
    """The questions with which one of this kind begins today."""
    edition = newest(one.paper)
    if edition is None:
        raise LookupError(one.paper)
    return edition


def asked_ahead(description: Description, on: date) -> Description:
    """What the plan asks already: whatever must be answered in the end and can be typed."""
    return description.only(one for one in description.on(on) if one.required == BEFORE and one.is_typed and not one.is_long)


def known_of(unit: Unit, on: date, *, host: Person | None = None, activity: Activity | None = None, answers: Any = ()) -> Known:
    around = {"host": [host] if host else []}
    if activity is not None:
        around["participants"] = Person.objects.filter(pk__in=activity.roll.values("person"))  # type: ignore[assignment]
    return known_here(on, unit=unit, around=around, papers=answers)


def written_of(activity: Activity) -> tuple[Answers | None, Known]:
    """Its paper and what is known around it."""
    answers = answers_of(activity)
    papers = [answers] if answers else []
    return answers, known_of(activity.unit, activity.day, host=activity.host, activity=activity, answers=papers)


def topic_in(description: Description, values: Values) -> str:
    """The first line of the paper is what the occasion is about: lists and search show it."""
    first = next((one.key for one in description.fields if one.type == "line" and not one.is_sealed), "")
    return str(values.get(first) or "")[:200]


def lacks(activity: Activity, answers: Answers | None, known: Known) -> Iterator[Lack]:
    one = kind_of(activity)
    if one.is_counted and activity.there_count is None:
        yield Lack(_("how many were there"), "#id_there_count")
    if not one.is_counted and activity.roll.filter(presence=Presence.UNKNOWN, expected=True).exists():
        yield Lack(_("the roll"), "#roll")
    if answers is not None:
        for missing in lacking(answers.edition.description, answers.values, known):
            yield Lack(str(missing), missing.anchor)
