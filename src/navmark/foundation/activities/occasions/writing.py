"""The paper of an occasion, what is known of it, and what is still lacking."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity, Part, Presence
from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.lacking import lacking
from navmark.foundation.papers.models import Answers, PaperEdition
from navmark.foundation.papers.queries import answers_of, newest
from navmark.foundation.papers.types.text import Line
from navmark.foundation.people.models import Person, Unit

LONGEST_THEME = 200  # as a part keeps it


@dataclass(frozen=True)
class Lack:
    """What is missing before the record is complete; `anchor` leads to where it is given."""

    words: str
    anchor: str


def kind_of(activity: Activity) -> Kind:
    """Of its first part, which says what the gathering is."""
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


def paper_of(activity: Activity, code: str) -> Answers | None:
    """What was written of its part of this kind from data, wherever in the gathering that stands."""
    part = next((one for one in activity.parts.all() if one.kind == code), None)
    return paper_of_part(part) if part is not None else None


def paper_of_part(part: Part) -> Answers | None:
    """Of a kind from data: that of the first part hangs on the occasion, that of another on itself."""
    return answers_of(part if part.is_joined else part.activity)


def theme_of(description: Description) -> Line | None:
    """The first line of the paper is what the occasion is about: lists and search show it."""
    return next((one for one in description.fields if isinstance(one, Line) and one.type == "line" and not one.is_sealed), None)


def topic_in(description: Description, values: Values) -> str:
    theme = theme_of(description)
    return str(values.get(theme.key) or "")[:LONGEST_THEME] if theme else ""


def lacks(activity: Activity, answers: Answers | None, known: Known) -> Iterator[Lack]:
    one = kind_of(activity)
    if one.is_counted and activity.there_count is None:
        yield Lack(_("how many were there"), "#id_there_count")
    if not one.is_counted and activity.roll.filter(presence=Presence.UNKNOWN, expected=True).exists():
        yield Lack(_("the roll"), "#roll")
    if answers is not None:
        for missing in lacking(answers.edition.description, answers.values, known):
            yield Lack(str(missing), missing.anchor)
