"""What an election came to, candidate by candidate, in the words of a sheet. The votes themselves are rows of their own."""

from dataclasses import dataclass

from django.utils.translation import pgettext

from navmark.foundation.proceedings.models import AgendaItem, Vote

WRITTEN_IN_ROWS = 2  # places for 另选人 on the ballot and where it is counted


@dataclass(frozen=True)
class Result:
    """`nays` and `abstentions` are None for 另选人: the ballot has no place for them."""

    name: str
    ayes: int
    nays: int | None
    abstentions: int | None
    words: str
    vote: Vote
    written_in: bool = False
    is_elected: bool = False
    is_open: bool = False  # the votes alone do not say it: too many for the seats, or the superior is asked


def results_of(item: AgendaItem) -> list[Result]:
    """In the order of the ballot, 另选人 last. Reads the item's candidates and votes, which a page has prefetched."""
    order = [one.person_id for one in item.candidates.all()]
    votes = [vote for vote in item.votes.all() if vote.candidate_id]
    crowded = sum(vote.passed for vote in votes) > (item.seats or 0)
    votes.sort(key=lambda vote: order.index(vote.candidate_id) if vote.candidate_id in order else len(order))
    return [_result(vote, written_in=vote.candidate_id not in order, crowded=crowded) for vote in votes]


def _result(vote: Vote, *, written_in: bool, crowded: bool) -> Result:
    nays, abstentions = (None, None) if written_in else (vote.nays, vote.abstentions)
    asked = not vote.passed and vote.ayes * 2 > vote.present  # more than half of those there, not of all entitled
    words = _words(passed=vote.passed, crowded=crowded, asked=asked)
    elected, is_open = vote.passed and not crowded, asked or (vote.passed and crowded)
    return Result(vote.subject, vote.ayes, nays, abstentions, words, vote, written_in, elected, is_open)


def _words(*, passed: bool, crowded: bool, asked: bool) -> str:
    """More carried than there are seats: then votes alone do not say who is elected, people do."""
    if passed:
        return pgettext("election", "more than half") if crowded else pgettext("election", "elected")
    return pgettext("election", "ask the superior") if asked else pgettext("election", "not elected")
