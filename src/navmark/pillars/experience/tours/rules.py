"""What the steps of a tour ask for: the findings of the rules before it sets out; and that nobody is missing when it is back."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from navmark.foundation.outings.asking import InGroups, go_in_groups
from navmark.foundation.outings.outing import Outing, all_back, led
from navmark.foundation.people.models import UnitKind
from navmark.foundation.registers.beside import PageBeside, register_page
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.rules import StepFacts, StepRule, register_rule
from navmark.foundation.slips.asking import SlipsAsked, ask
from navmark.foundation.statute.checks.tours import TourFacts, before_it_sets_out
from navmark.foundation.statute.findings import Finding
from navmark.pillars.experience.tours.sheets import letter

CODE = "study_tours"  # of the register
BEFORE = ("plan", "assessed", "filed", "ready")  # its states until it is back


def check(facts: StepFacts) -> Iterable[Finding]:
    tour, said = Outing(Entry.objects.select_related("unit", "edition", "register", "owner").get(pk=facts.entry)), facts.values
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


register_rule(StepRule(CODE, "collect", check=check))
register_rule(StepRule(CODE, "go", after=all_back))
ask(SlipsAsked(CODE, day="goes_on", open_in=BEFORE, told_in="filed", letter=letter, led=led), _("Slips and list"))
go_in_groups(InGroups(CODE, counted_in="ready"), _("Groups and head counts"))
register_page(PageBeside(CODE, _("Study sheet"), "tours:study"))
