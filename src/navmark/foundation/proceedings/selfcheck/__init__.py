"""自查: what an inspector would notice, said before the record is submitted.

Every finding names what is wrong and how to mend it. What blocks can be lifted by a second person with a reason, unless
mending it is the only honest way (somebody not yet marked, a tally that no longer fits the roll, a vote without a quorum).
"""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.findings import Finding, at_part, by_rule
from navmark.foundation.proceedings.models import AgendaItem, Waiver
from navmark.foundation.proceedings.queries import items_of
from navmark.foundation.proceedings.refusals import Refusal
from navmark.foundation.proceedings.selfcheck.glyphs import about_glyphs, about_plan_glyphs
from navmark.foundation.proceedings.selfcheck.people import about_people, about_quorum
from navmark.foundation.proceedings.selfcheck.plan import about_number, about_office, about_time
from navmark.foundation.proceedings.selfcheck.texts import about_copies
from navmark.foundation.proceedings.selfcheck.votes import about_agenda, about_votes


class NotLiftable(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This finding cannot be lifted; it has to be mended."))


def findings(activity: Activity, rolls: Rolls | None = None) -> list[Finding]:
    """Everything the self-check has to say about this record, what blocks first. A page that has read the rolls gives them."""
    rolls = rolls or Rolls(activity)
    items = items_of(activity)
    found = [*about_time(activity), *about_office(activity, rolls), *about_people(activity, rolls), *about_plan_glyphs(activity)]
    for part in activity.parts.all():
        found += _of_part(part, items.get(part.pk, []), rolls)
    lifted = set(Waiver.objects.filter(minutes__activity=activity).values_list("finding", flat=True))
    marked = [replace(one, waived=one.code in lifted) for one in found]
    return sorted(marked, key=lambda one: not one.blocks)


def _of_part(part: Part, items: list[AgendaItem], rolls: Rolls) -> Iterator[Finding]:
    roll = rolls.of(part)
    yield from about_quorum(part, items, rolls)
    yield from about_agenda(part, items)
    yield from about_votes(items, roll)
    yield from about_copies(part, items)
    yield from about_glyphs(part, items)
    yield from about_number(part)
    yield from elections.findings(items, on=part.activity.day)
    yield from _of_the_mechanism(part, roll)


def require_liftable(activity: Activity, code: str) -> None:
    """Raise NotLiftable unless `code` is a blocking finding of this record that a second person may lift."""
    if not any(one.code == code and one.blocking and one.liftable for one in findings(activity)):
        raise NotLiftable


def _of_the_mechanism(part: Part, roll: Roll) -> Iterator[Finding]:
    check = deliberation_of(part.kind).check
    for number, finding in enumerate(check(part, roll) if check else ()):
        if isinstance(finding, Finding):
            yield finding if finding.at else replace(finding, at=at_part(part))
        else:
            yield by_rule(f"{finding.rule_id}-{part.position}-{number}", finding, at=at_part(part))
