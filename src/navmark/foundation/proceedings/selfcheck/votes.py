"""What was put to the vote and what was decided under it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.roll import Roll
from navmark.foundation.proceedings.deliberation import DecisionKind, deliberation_of
from navmark.foundation.proceedings.models import AgendaItem, Origin
from navmark.foundation.proceedings.places import at_item, at_part
from navmark.foundation.records.findings import SelfCheckFinding


def about_agenda(part: Part, items: list[AgendaItem]) -> Iterator[SelfCheckFinding]:
    """A meeting that decides and had nothing to decide; a decision that stands against its own vote."""
    if deliberation_of(part.kind).sitting is not None and not items:
        words = _("%(kind)s: no item is recorded. Add what was dealt with.") % {"kind": part}
        yield SelfCheckFinding(f"no-item-{part.position}", words, at=at_part(part))
    if deliberation_of(part.kind).decides == DecisionKind.RESOLUTION and items and not any(one.decisions.all() for one in items):
        words = _("%(kind)s: no resolution is recorded. Add what was decided.") % {"kind": part}
        yield SelfCheckFinding(f"unresolved-{part.position}", words, at=at_item(items[-1]))
    for item in items:
        yield from _empty(item)
        votes = [vote for vote in item.votes.all() if vote.candidate_id is None]
        if votes and not votes[-1].passed and item.decisions.all():
            words = _("“%(title)s” was not carried, yet something is decided under it. Correct it; or let it say that nothing"
                      " was carried, and have a second person lift this.")  # fmt: skip
            yield SelfCheckFinding(f"lost-{item.pk}", words % {"title": item.title}, blocking=True, rule_id=votes[-1].rule_id,
                          at=at_item(item))  # fmt: skip


def _empty(item: AgendaItem) -> Iterator[SelfCheckFinding]:
    """A title alone: the sheet would print nothing below it."""
    if not (item.points.strip() or item.spoken or item.votes.all() or item.decisions.all() or item.candidates.all()):
        words = _("“%(title)s” is empty. Write what was said, or remove the item.")
        yield SelfCheckFinding(f"empty-{item.pk}", words % {"title": item.title}, at=at_item(item))


def about_votes(items: list[AgendaItem], roll: Roll) -> Iterator[SelfCheckFinding]:
    for item in items:
        yield from _unvoted(item)
        for vote in item.votes.all():
            if (vote.entitled, vote.present) != (roll.entitled, roll.entitled_present):
                words = _("The vote “%(subject)s” was entered with another roll. Remove it and enter it again.")
                yield SelfCheckFinding(
                    f"vote-{vote.pk}", words % {"subject": vote.subject}, blocking=True, liftable=False, at=at_item(item)
                )
        if item.votes.all() and not item.spoken and not _has_own_points(item):
            words = _("“%(title)s” was put to the vote, but no discussion is recorded. Add what was said.")
            yield SelfCheckFinding(f"undiscussed-{item.pk}", words % {"title": item.title}, rule_id="A10", at=at_item(item))


def _unvoted(item: AgendaItem) -> Iterator[SelfCheckFinding]:
    """An election says so itself."""
    if item.is_put_to_vote and not item.is_election and not item.votes.all():
        words = _("“%(title)s” is marked as put to the vote, but no vote is entered. Enter it, or take the mark away.")
        yield SelfCheckFinding(f"unvoted-{item.pk}", words % {"title": item.title}, at=at_item(item))


def _has_own_points(item: AgendaItem) -> bool:
    """Points that were written here; the committee's decision, carried over as it stood, says nothing of this meeting."""
    return bool(item.points.strip()) and (item.origin != Origin.DECISION or item.revision > 1)
