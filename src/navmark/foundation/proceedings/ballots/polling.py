"""What is put to the vote at one part of a meeting."""

from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.models import Part
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.people.naming import name_on
from navmark.foundation.proceedings.ballots.voting import Election, Poll
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.queries import items_of


def poll_of(part: Part) -> Poll:
    """Its items that ask for a vote, each election by itself; one empty subject where it has none."""
    activity, roll = part.activity, Rolls(part.activity).of(part)
    items = items_of(activity).get(part.pk, ())
    elected = [one for one in items if one.is_election and one.seats]
    subjects = tuple(item.title for item in items if item.is_put_to_vote and item not in elected)
    return Poll(
        organisation=name_on(activity.unit, activity.day),
        occasion=kind(part.kind).named,
        on=activity.day,
        subjects=subjects or (() if elected else ("",)),
        entitled=roll.entitled,
        present=roll.entitled_present or None,
        elections=tuple(_election(one) for one in elected),
    )


def _election(item: AgendaItem) -> Election:
    return Election(item.title, tuple(one.person.name for one in item.candidates.all()), item.seats or 0)
