"""自查 of a meeting: its plan, its roll, its agenda and votes. Mending is the only honest way for whoever is not yet marked, a
tally that no longer fits the roll, a vote without a quorum; all else that blocks can be lifted.
"""

from collections.abc import Iterator
from dataclasses import replace

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.places import at_part
from navmark.foundation.proceedings.queries import items_of
from navmark.foundation.proceedings.selfcheck.glyphs import about_glyphs, about_plan_glyphs
from navmark.foundation.proceedings.selfcheck.people import about_people, about_quorum
from navmark.foundation.proceedings.selfcheck.plan import about_number, about_office, about_time
from navmark.foundation.proceedings.selfcheck.texts import about_copies
from navmark.foundation.proceedings.selfcheck.votes import about_agenda, about_votes
from navmark.foundation.records.findings import SelfCheckFinding, by_rule


def findings(activity: Activity) -> Iterator[SelfCheckFinding]:
    """What this room has to say of the record of an activity."""
    rolls, items = Rolls(activity), items_of(activity)
    yield from (
        *about_time(activity),
        *about_office(activity, rolls),
        *about_people(activity, rolls),
        *about_plan_glyphs(activity),
    )
    for part in activity.parts.all():
        yield from _of_part(part, items.get(part.pk, []), rolls)


def _of_part(part: Part, items: list[AgendaItem], rolls: Rolls) -> Iterator[SelfCheckFinding]:
    roll = rolls.of(part)
    yield from about_quorum(part, items, rolls)
    yield from about_agenda(part, items)
    yield from about_votes(items, roll)
    yield from about_copies(part, items)
    yield from about_glyphs(part, items)
    yield from about_number(part)
    yield from elections.findings(items, on=part.activity.day)
    yield from _of_the_mechanism(part, roll)


def _of_the_mechanism(part: Part, roll: Roll) -> Iterator[SelfCheckFinding]:
    check = deliberation_of(part.kind).check
    for number, finding in enumerate(check(part, roll) if check else ()):
        if isinstance(finding, SelfCheckFinding):
            yield finding if finding.at else replace(finding, at=at_part(part))
        else:
            yield by_rule(f"{finding.rule_id}-{part.position}-{number}", finding, at=at_part(part))
