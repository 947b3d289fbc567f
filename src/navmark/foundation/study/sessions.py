"""The sessions of a calendar year: what was held together, how many hours it counts, whose plan it follows.

A mechanism says which register plans study; which kinds of occasion may be study is what the `links` of that register name. An
occasion says its hours on its own paper; where it asks none, the line of the plan that is linked with it says them. Nothing
counts before its record is complete.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.hours import ClassHour, hours_between
from navmark.foundation.activities.linked import OCCASION
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.part_papers import values_in
from navmark.foundation.links.models import Tie
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.registers import known
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry

HOURS = "hours"  # the key of the question on any paper
_plans: dict[str, None] = {}


@dataclass(frozen=True)
class Session:
    """`hours` is None where nobody has said them: it counts for nobody. `topic`: what was studied, where the title does not say
    it."""

    pk: UUID
    title: str
    day: date
    page: str
    hours: Decimal | None
    topic: str = ""

    @property
    def what(self) -> str:
        return f"{self.title}：{self.topic}" if self.topic else self.title


def plan_by(register: str) -> None:
    """Its lines plan study."""
    _plans[register] = None


def kinds_of_study() -> set[str]:
    """None in a school whose programme has no study plan."""
    links = {code for one in known.registers() if one.code in _plans for code in one.links}
    return {code.removeprefix(OCCASION) for code in links if code.startswith(OCCASION)}


def sessions_of(year: int) -> dict[UUID, Session]:
    """By the occasion's id, the earliest first. Seven queries at most."""
    rows = Activity.objects.filter(completed_at__isnull=False, day__year=year, parts__kind__in=kinds_of_study())
    return _read(rows.distinct().order_by("starts_at", "id").prefetch_related("parts"))


def sessions_among(pks: Collection[UUID]) -> dict[UUID, Session]:
    """Those of these occasions whose record is complete."""
    return _read(
        Activity.objects.filter(completed_at__isnull=False, pk__in=pks).order_by("starts_at", "id").prefetch_related("parts")
    )


def _read(rows: Iterable[Activity]) -> dict[UUID, Session]:
    held = list(rows)
    if not held:
        return {}
    on_parts = values_in(part for one in held for part in one.parts.all())
    on_whole = {pk: paper.values for pk, paper in answers_to(ACTIVITY, [one.pk for one in held]).items()}
    planned, minutes = _planned([one.pk for one in held]), ClassHour.on(held[-1].day).minutes
    found = {}
    for one in held:
        papers = [on_parts.get(part.pk, {}) for part in one.parts.all()] + [on_whole.get(one.pk, {})]
        said = [paper[HOURS] for paper in papers if paper.get(HOURS) is not None]
        hours = together(said, hours_between(one.starts_at, one.ends_at, minutes=minutes)) or planned.get(one.pk)
        topics = "；".join(part.topic for part in one.parts.all() if part.topic and part.topic not in one.title)
        found[one.pk] = Session(one.pk, one.title, one.day, page_of(one), hours, topics)
    return found


def together(said: Collection[Decimal], lasted: Decimal | None) -> Decimal | None:
    """What one paper says stands; several parts of one occasion add up, though never to more than it lasted."""
    if not said:
        return None
    return min(sum(said, Decimal(0)), max(*said, lasted)) if len(said) > 1 and lasted else sum(said, Decimal(0))


def _planned(pks: Collection[UUID]) -> dict[UUID, Decimal]:
    """Occasion -> the hours of the lines of the plan that are linked with it. Two queries."""
    ties = Tie.objects.filter(kind=ENTRY, to_thing__in=pks, thing__in=Entry.objects.values("pk")).values_list("thing", "to_thing")
    lines, found, plans = list(ties), defaultdict[UUID, Decimal](Decimal), {f"register.{one}" for one in _plans}
    papers = answers_to(ENTRY, {thing for thing, _to in lines}) if lines else {}
    for thing, to_thing in lines:
        paper = papers.get(thing)
        if paper and paper.edition.paper.code in plans and paper.values.get(HOURS) is not None:
            found[to_thing] += paper.values[HOURS]
    return found
