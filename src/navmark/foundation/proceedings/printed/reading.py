"""From the rows of an agenda to the facts of a printed record: votes as entered, those of an election in its ballot's order."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.models import AgendaItem, Decision, Speech, Vote, VoteMethod
from navmark.foundation.proceedings.printed import facts
from navmark.foundation.proceedings.queries import in_order
from navmark.foundation.proceedings.results import Result, results_of

Post = Callable[[UUID], str]  # what stands behind a speaker's name


def item_facts(item: AgendaItem, order: list[Person], last: Person | None, post_of: Post) -> facts.Item:
    """`order` is the reading order; the word of `last` stands apart."""
    spoken = in_order(item.spoken, order, last)
    own = [one for one in spoken if last and one.speaker_id == last.pk]
    return facts.Item(
        title=item.title,
        reporter=item.reporter.name if item.reporter else "",
        points=item.points,
        speeches=tuple(_speech(one, post_of) for one in spoken if one not in own),
        closing=_speech(own[0], post_of) if own else None,
        votes=votes_of(item),
        decisions=tuple(_decision(one) for one in item.decisions.all()),
    )


def _speech(one: Speech, post_of: Post) -> facts.PrintedSpeech:
    return facts.PrintedSpeech(one.speaker.name, post_of(one.speaker_id), one.text, one.dissent)


def _decision(one: Decision) -> facts.PrintedDecision:
    tasks = tuple(facts.PrintedFollowUp(task.what, task.owner.name, task.due_on) for task in one.follow_ups.all())
    return facts.PrintedDecision(text=one.text, to_assembly=one.to_assembly, reported_up=one.reported_up, follow_ups=tasks)


def votes_of(item: AgendaItem) -> tuple[facts.PrintedVote, ...]:
    plain = (_vote(one) for one in item.votes.all() if not one.candidate_id)
    return (*plain, *(_result(one) for one in results_of(item)))


def _vote(one: Vote) -> facts.PrintedVote:
    """A show of hands has no papers."""
    on_paper = one.method != VoteMethod.HANDS
    return facts.PrintedVote(
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


def _result(one: Result) -> facts.PrintedVote:
    known = _vote(one.vote)
    name = f"{one.name}（另选人）" if one.written_in else one.name
    return replace(known, subject=name, nays=one.nays, abstentions=one.abstentions, outcome=one.words, of_candidate=True)
