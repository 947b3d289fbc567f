"""From votes to the facts of a printed record: plain votes as entered, those of an election in the order of its ballot."""

from dataclasses import replace

from navmark.foundation.proceedings.models import AgendaItem, Vote, VoteMethod
from navmark.foundation.proceedings.results import Result, results_of
from navmark.pillars.demonstration.branch_life.sheets import shape


def votes_of(item: AgendaItem) -> tuple[shape.Vote, ...]:
    plain = (_vote(one) for one in item.votes.all() if not one.candidate_id)
    return (*plain, *(_result(one) for one in results_of(item)))


def _vote(one: Vote) -> shape.Vote:
    """A show of hands has no papers."""
    on_paper = one.method != VoteMethod.HANDS
    return shape.Vote(
        subject=one.subject,
        method=str(one.get_method_display()),
        entitled=one.entitled,
        present=one.present,
        ayes=one.ayes,
        nays=one.nays,
        abstentions=one.abstentions,
        overseer=one.overseer.name if one.overseer else "",
        counter=one.counter.name if one.counter else "",
        outcome=one.outcome,
        issued=one.issued if on_paper else None,
        collected=one.collected if on_paper else None,
        valid=one.valid if on_paper else None,
        invalid=one.invalid if on_paper else None,
    )


def _result(one: Result) -> shape.Vote:
    known = _vote(one.vote)
    name = f"{one.name}（另选人）" if one.written_in else one.name
    return replace(known, subject=name, nays=one.nays, abstentions=one.abstentions, outcome=one.words, of_candidate=True)
