"""What the steps of a tour ask for: the findings of the rules before it sets out; and that nobody is missing when it is back."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person, UnitKind
from navmark.foundation.registers.beside import PageBeside, register_page
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.rules import StepFacts, StepRule, register_rule
from navmark.foundation.statute.checks.tours import TourFacts, before_it_sets_out
from navmark.foundation.statute.findings import Finding
from navmark.pillars.experience.tours import words
from navmark.pillars.experience.tours.refusals import NotAllBack
from navmark.pillars.experience.tours.tour import CODE, Tour


def check(facts: StepFacts) -> Iterable[Finding]:
    entry = Entry.objects.select_related("unit", "edition").prefetch_related("hands").get(pk=facts.entry)
    return before_it_sets_out(facts_of(Tour(entry), facts))


def facts_of(tour: Tour, facts: StepFacts) -> TourFacts:
    said, unit = facts.values, tour.entry.unit
    return TourFacts(
        on=facts.on,
        grade=unit.number if unit.kind == UnitKind.GRADE else unit.grade_on(tour.day),
        pupils=len(tour.travellers),
        teachers=len(tour.teachers()),
        unsigned=sum(one.pupil_id not in tour.signed for one in tour.travellers),
        ungrouped=sum(one.group_id is None for one in tour.travellers),
        is_assessed=bool(said.get("risks")),
        is_insured=bool(said.get("insured")),
        drive=_minutes(said.get("drive")),
        rest=_minutes(said.get("rest")),
    )


def _minutes(value: object) -> int | None:
    return None if value is None else int(value)  # type: ignore[call-overload]


def all_back(entry: Entry, *, by: Person, at: datetime) -> None:
    """Nobody was missing when each group was counted last. Raises NotAllBack."""
    short = [group for group in Tour(entry).groups if (last := max(group.counts.all(), key=_at, default=None)) and last.is_short]
    if short:
        raise NotAllBack(words.of_group(group) for group in short)


def _at(count: object) -> datetime:
    return count.at  # type: ignore[attr-defined,no-any-return]


register_rule(StepRule(CODE, "collect", check=check))
register_rule(StepRule(CODE, "go", after=all_back))
register_page(PageBeside(CODE, _("Slips and list"), "tours:tour"))
