"""What the steps of a tour ask for: the findings of the rules before it sets out; and that nobody is missing when it is back."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.models import Person, UnitKind
from navmark.foundation.registers.beside import PageBeside, register_page
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.rules import StepFacts, StepRule, register_rule
from navmark.foundation.slips.asking import SlipsAsked, ask
from navmark.foundation.statute.checks.tours import TourFacts, before_it_sets_out
from navmark.foundation.statute.findings import Finding
from navmark.pillars.experience.tours.models import Traveller
from navmark.pillars.experience.tours.refusals import NotAllBack
from navmark.pillars.experience.tours.sheets import letter
from navmark.pillars.experience.tours.tour import BEFORE, CODE, Tour


def check(facts: StepFacts) -> Iterable[Finding]:
    tour, said = Tour(Entry.objects.select_related("unit", "edition", "register", "owner").get(pk=facts.entry)), facts.values
    unit, listed = tour.entry.unit, len(tour.signed)
    return before_it_sets_out(
        TourFacts(
            on=facts.on,
            grade=unit.number if unit.kind == UnitKind.GRADE else unit.grade_on(tour.day),
            pupils=listed,
            teachers=len(tour.teachers()),
            ungrouped=listed - len(tour.travellers),
            is_assessed=bool(said.get("risks")),
            is_insured=bool(said.get("insured")),
            drive=said.get("drive"),
            rest=said.get("rest"),
        )
    )


def all_back(entry: Entry, *, by: Person, at: datetime) -> None:
    """Nobody was missing when each group was counted last. Raises NotAllBack."""
    last = [(group, list(group.counts.all())[-1:]) for group in Tour(entry).groups]  # in the order of the day
    if short := [str(group) for group, counts in last if counts and counts[0].is_short]:
        raise NotAllBack(short)


def led(entry: Entry, person: Person) -> set[UUID]:
    return set(Traveller.objects.filter(tour=entry, group__leader=person).values_list("pupil", flat=True))


register_rule(StepRule(CODE, "collect", check=check))
register_rule(StepRule(CODE, "go", after=all_back))
ask(SlipsAsked(CODE, day="goes_on", open_in=BEFORE, told_in="filed", letter=letter, led=led), _("Slips and list"))
register_page(PageBeside(CODE, _("Groups and head counts"), "tours:tour", by_name=True))
