"""选举: who stands for how many seats, and what their votes make of it. The count of each candidate is a vote of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.activities.roll import Rolls
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.judging import Ballots, Tally, add_up
from navmark.foundation.proceedings.models import AgendaItem, Candidate, Vote
from navmark.foundation.proceedings.places import at_item
from navmark.foundation.records.actions.opening import open_record
from navmark.foundation.records.findings import SelfCheckFinding, by_rule
from navmark.foundation.statute.checks.elections import candidate_margin, election_stands
from navmark.foundation.statute.findings import Impossible, Outcome, whole_number


@dataclass(frozen=True)
class Count:
    """What one received. 另选人, whose name the voters wrote, has votes in favour only: there is no place to vote against."""

    candidate: Person
    ayes: int
    nays: int = 0
    abstentions: int = 0


class DoNotAddUp(Impossible):
    """Rows that cannot be, all of them: `rows` says of whom, and why."""

    def __init__(self, rows: dict[Person, str]) -> None:
        self.rows = rows
        super().__init__("collected", "{words}", words=" ".join(f"{one.name}: {words}" for one, words in rows.items()))


@transaction.atomic
def nominate(item: AgendaItem, people: Sequence[Person], *, seats: int, by: Person, at: datetime) -> list[str]:
    """Who stands, in the order of the ballot, for how many seats.

    The votes of whoever stands no longer are removed, and those of an 另选人 who stands now; their names are returned, because
    all has to be counted again.
    """
    open_record(item.part.activity)
    before = set(item.candidates.values_list("person", flat=True))
    gone = list(item.votes.filter(candidate__in=before ^ {one.pk for one in people}))
    for vote in gone:
        deciding.remove_vote(vote, by=by, at=at)
    item.candidates.all().delete()
    Candidate.objects.bulk_create(Candidate(item=item, person=one, position=n) for n, one in enumerate(people, start=1))
    before_seats = Before(item, "seats", about=item)
    item.seats = seats
    item.save(update_fields=["seats"])
    changes = before_seats.changes(item)
    record("proceedings.agenda", by=by, at=at, subject=item.part.activity, candidates=len(people), changes=changes)
    return [vote.subject for vote in gone]


@transaction.atomic
def count(
    item: AgendaItem, ballots: Ballots, counts: Iterable[Count], *, overseer: Person, counter: Person, by: Person, at: datetime
) -> list[Vote]:
    """Enter what every candidate received, all or none. Counted again: what was entered before is replaced.

    Raises Impossible (DoNotAddUp where the sums are those of the rows), OneForTwo and NoQuorum.
    """
    day = item.part.activity.day
    stands = election_stands(issued=ballots.issued, collected=ballots.collected, on=day)
    if stands.outcome != Outcome.OK:
        raise Impossible("collected", "{words}", words=stands.message)
    present = Rolls(item.part.activity).of(item.part).entitled_present
    ballots.check(present=present)
    standing = set(item.candidates.values_list("person", flat=True))
    tallies = {one.candidate: _tally(ballots, one, stands=one.candidate.pk in standing) for one in counts}
    _require_sums(tallies, present=present, on=day)
    _require_seats(item, ballots, sum(tally.ayes for tally in tallies.values()))
    for vote in item.votes.filter(candidate__isnull=False):
        deciding.remove_vote(vote, by=by, at=at)
    return [
        deciding.enter_vote(item, tally, subject=one.name, candidate=one, overseer=overseer, counter=counter, by=by, at=at)
        for one, tally in tallies.items()
    ]


def _tally(ballots: Ballots, one: Count, *, stands: bool) -> Tally:
    """Papers without the name of an 另选人 are kept as abstentions, so that the row adds up; no sheet shows them as such."""
    abstentions = one.abstentions if stands else ballots.valid - one.ayes
    return Tally(ballots.issued, ballots.collected, one.ayes, one.nays, abstentions, ballots.invalid)


def _require_sums(tallies: dict[Person, Tally], *, present: int, on: date) -> None:
    wrong = {}
    for person, tally in tallies.items():
        try:
            whole_number("ayes", tally.ayes, within=("valid", tally.collected - tally.invalid))
            add_up(tally, present=present, on=on)
        except Impossible as impossible:
            wrong[person] = str(impossible)
    if wrong:
        raise DoNotAddUp(wrong)


def _require_seats(item: AgendaItem, ballots: Ballots, given: int) -> None:
    """A ballot with more names than seats is invalid (选举条例), so that the valid ones hold no more votes than this."""
    most = (item.seats or 0) * ballots.valid
    if item.seats and given > most:
        words = _("{given} votes in favour in all, and {valid} valid ballots for {seats} seats hold {most} at most: count again;"
                  " a ballot with more than {seats} names is invalid.")  # fmt: skip
        raise Impossible("ayes", words, given=given, valid=ballots.valid, seats=item.seats, most=most)


def findings(items: Iterable[AgendaItem], *, on: date) -> Iterator[SelfCheckFinding]:
    """Not counted, or not for everybody; too few candidates for the seats; more carried than there are seats."""
    for item in items:
        if not item.is_election:
            continue
        yield from _uncounted(item)
        if not item.seats:
            continue
        margin = candidate_margin(seats=item.seats, candidates=len(item.candidates.all()), on=on)
        if margin.outcome == Outcome.PROBLEM:
            yield by_rule(f"margin-{item.pk}", margin, at=at_item(item))
        elected = sum(vote.passed for vote in item.votes.all() if vote.candidate_id)
        if elected > item.seats:
            words = _("“%(title)s”: %(elected)s have enough votes for %(seats)s seats. Those with the most votes are elected;"
                      " where votes are equal, vote again among them.")  # fmt: skip
            filled = words % {"title": item.title, "elected": elected, "seats": item.seats}
            yield SelfCheckFinding(f"seats-{item.pk}", filled, rule_id="C15", at=at_item(item))


def _uncounted(item: AgendaItem) -> Iterator[SelfCheckFinding]:
    """Liftable, because an election may not have come about: then there is nothing to count."""
    counted = {vote.candidate_id for vote in item.votes.all() if vote.candidate_id}
    if not counted:
        words = _("“%(title)s” is an election; no count is entered yet.") % {"title": item.title}
        yield SelfCheckFinding(f"uncounted-{item.pk}", words, blocking=True, at=at_item(item))
        return
    lacking = [one.person.name for one in item.candidates.all() if one.person_id not in counted]
    if lacking:
        words = _("“%(title)s”: no votes are entered for %(names)s. Count again and enter all candidates.")
        filled = words % {"title": item.title, "names": "、".join(lacking)}
        yield SelfCheckFinding(f"lacking-{item.pk}", filled, blocking=True, at=at_item(item))
