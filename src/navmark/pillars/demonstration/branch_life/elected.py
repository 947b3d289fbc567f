"""From the result of an election to the committee: who may come into office by it, and into which. People decide; a page asks.

The words of an item are what the school typed (选举支部委员会委员, 补选组织委员); what they leave open is left to be chosen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.audit.actions import record
from navmark.foundation.people import actions as people
from navmark.foundation.people.importing.words import PARTY_POST_WORDS
from navmark.foundation.people.models import COMMITTEE_POSTS, Person, Post, PostKind, Unit
from navmark.foundation.people.queries import branch_of
from navmark.foundation.proceedings.deliberation import sitting_for
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.queries import items_of
from navmark.foundation.proceedings.results import results_of
from navmark.foundation.statute.outlook import Sitting
from navmark.foundation.tables.cells.plain import numeral
from navmark.foundation.ui.refusals import Refusal
from navmark.pillars.demonstration.branch_life import kinds

OF_THE_COMMITTEE = ("委员", "支委", "换届")
BETWEEN_ELECTIONS = ("补选", "增补")
OF_DELEGATES = "代表"  # 选举出席上级党代表大会的代表 gives no post
SINGLE = sorted(
    ((word, kind) for kind in COMMITTEE_POSTS[:-1] for word in PARTY_POST_WORDS[kind]), key=lambda one: len(one[0]), reverse=True
)


@dataclass(frozen=True)
class Winner:
    """`is_settled`: the count alone says elected; else people say it. `posts`: as the item says them, or as on record."""

    person: Person
    votes: int
    words: str
    item: AgendaItem
    is_settled: bool
    posts: tuple[str, ...]


def _offices_in(title: str) -> tuple[list[str], str]:
    """The offices that a title names, and what else it says."""
    said: list[str] = []
    for word, kind in SINGLE:  # the longer words first: 副书记 holds 书记
        if word in title:
            title = title.replace(word, "")
            said.append(kind)
    return said, title


def posts_said(title: str) -> tuple[str, ...]:
    """The post that an item is about; empty where it names several or none."""
    said, rest = _offices_in(title)
    general = any(word in rest for word in OF_THE_COMMITTEE)
    if said:
        return tuple(said) if len(set(said)) == 1 and not general else ()
    return (PostKind.COMMITTEE_MEMBER,) if general else ()


def names_an_office(title: str) -> bool:
    return "书记" in title or any(word in title for word in OF_THE_COMMITTEE)


def is_between_elections(winners: Sequence[Winner]) -> bool:
    return all(any(word in one.item.title for word in BETWEEN_ELECTIONS) for one in winners)


class StillOpen(Refusal):
    """A committee that met on the day of the election is counted by who is in it that day: its record is locked first."""

    def __init__(self, title: str) -> None:
        words = _("“%(title)s” of the same day is not locked yet; lock it first, so that it keeps the committee that held it.")
        super().__init__(words % {"title": title})


def term_said(activity: Activity, winners: Sequence[Winner]) -> int | None:
    """选举第二届支部委员会委员: the number of the term, where an item, the theme or the meeting's title names it."""
    said = [*(one.item.title for one in winners), *(part.topic for part in activity.parts.all()), activity.title]
    named = (words.partition("第")[2].partition("届") for words in said)
    return next((numeral(number) for number, found, _rest in named if found), None)


def winners_of(activity: Activity) -> list[Winner]:
    """Who has the votes, in the order of the ballots; each person once, also where two items elected her. No query where no part
    can elect anybody."""
    elections = _elections_of(activity)
    if not elections:
        return []
    branch = branch_of(activity.unit)
    begun = Post.objects.filter(unit=branch, kind__in=COMMITTEE_POSTS, from_day=activity.day)
    held: dict[object, list[str]] = {}
    for person_id, kind in begun.values_list("person", "kind"):
        held.setdefault(person_id, []).append(kind)
    found: dict[object, Winner] = {}
    for item in elections:
        if OF_DELEGATES in item.title and not names_an_office(item.title):
            continue
        for winner in _winners(item):
            known = found.get(winner.person.pk)
            said = (*known.posts, *winner.posts) if known else winner.posts
            posts = tuple(held.get(winner.person.pk, ())) or said
            found[winner.person.pk] = Winner(
                winner.person, winner.votes, winner.words, item, winner.is_settled or bool(known and known.is_settled), posts
            )
    return list(found.values())


def _elections_of(activity: Activity) -> list[AgendaItem]:
    if not any(sitting_for(part.kind, stricter=True) == Sitting.ELECTION for part in activity.parts.all()):
        return []
    return [item for items in items_of(activity).values() for item in items if item.is_election]


def _winners(item: AgendaItem) -> list[Winner]:
    rows = [one for one in results_of(item) if one.is_elected or one.is_open]
    people = Person.objects.in_bulk([one.vote.candidate_id for one in rows])
    said, kept = posts_said(item.title), _offices_kept(item, people)
    winners = []
    for one in rows:
        person = people[one.vote.candidate_id]
        posts = (said or kept.get(person.pk, ())) if one.is_elected else ()
        winners.append(Winner(person, one.ayes, one.words, item, one.is_elected, posts))
    return winners


def _offices_kept(item: AgendaItem, people: Mapping[UUID, Person]) -> dict[UUID, tuple[str, ...]]:
    """选举书记、副书记 names several: whoever holds one of these until now is likely to go on in it."""
    activity = item.part.activity
    offices, _rest = _offices_in(item.title)
    held = Post.objects.on(activity.day).filter(unit=branch_of(activity.unit), kind__in=offices, person__in=list(people))
    return {key: (kind,) for key, kind in held.values_list("person", "kind")}


@transaction.atomic
def take_office(
    activity: Activity,
    posts: Sequence[tuple[Person, str]],
    *,
    is_new_term: bool,
    due_on: date | None,
    number: int | None,
    basis: str,
    by: Person,
    at: datetime,
) -> bool:
    """What a person confirmed of this election becomes posts, and a term unless it was held between elections.

    False where all of it is on record already. Raises StillOpen, and what the room of people refuses.
    """
    branch = branch_of(activity.unit)
    if before := _open_before(activity, branch):
        raise StillOpen(before.title)
    election = people.ElectionResult(branch, activity.day, posts, basis=basis, meeting=activity.pk)
    if is_new_term:
        changed = people.install_committee(election, due_on=due_on, number=number, by=by, at=at)
    else:
        changed = people.complete_committee(election, by=by, at=at)
    if changed:
        record("branch_life.took_office", by=by, at=at, subject=activity, branch=branch.pk, posts=len(posts))
    return changed


def _open_before(activity: Activity, branch: Unit) -> Activity | None:
    """A meeting of the committee of that day, held before the election, whose record is open."""
    kinds_ = [kind.code for kind in kinds.KINDS if kind.expected == ("committee",)]
    rows = Activity.objects.filter(unit=branch, day=activity.day, starts_at__lt=activity.starts_at, parts__kind__in=kinds_)
    return rows.filter(state=ActivityState.HELD, closed_at__isnull=True).exclude(pk=activity.pk).first()
