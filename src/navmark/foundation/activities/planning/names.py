"""Who may be named in a plan, and who has to be."""

from collections.abc import Sequence
from datetime import date

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.people.access import INSIDERS
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.viewer import Viewer


def names_for(kind: Kind, unit: Unit, *, on: date, also: Sequence[Person | None] = ()) -> Names:
    """Anybody of the house hosts and records; two keep a thing between them among those whom the kind says."""
    people = people_in(kind.among, unit, on=on) if kind.between_two else people_in(INSIDERS, None, on=on)
    return Names(people, on=on, also=also)


def planner_of(viewer: Viewer, kind: Kind, unit: Unit) -> Person | None:
    """Who has to be one of the two; whoever is in charge of the kind there arranges for others too."""
    return None if not kind.between_two or viewer.is_in(unit, *kind.in_charge) else viewer.person
