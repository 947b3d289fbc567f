"""The proceedings room's tables."""

from navmark.foundation.proceedings.models.agenda import AgendaItem, Candidate, Origin, Speech
from navmark.foundation.proceedings.models.decision import Decision, FollowUp, Vote, VoteMethod

__all__ = [
    "AgendaItem",
    "Candidate",
    "Decision",
    "FollowUp",
    "Origin",
    "Speech",
    "Vote",
    "VoteMethod",
]
