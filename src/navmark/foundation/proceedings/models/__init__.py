"""The proceedings room's tables."""

from navmark.foundation.proceedings.models.agenda import AgendaItem, Candidate, Origin, Speech
from navmark.foundation.proceedings.models.decision import Decision, FollowUp, Vote, VoteMethod
from navmark.foundation.proceedings.models.minutes import Amendment, Minutes, MinutesState, Waiver

__all__ = [
    "AgendaItem",
    "Amendment",
    "Candidate",
    "Decision",
    "FollowUp",
    "Minutes",
    "MinutesState",
    "Origin",
    "Speech",
    "Vote",
    "VoteMethod",
    "Waiver",
]
