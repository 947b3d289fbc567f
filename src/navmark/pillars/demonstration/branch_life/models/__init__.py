"""What only this mechanism needs to know of a part: the lecture, the themed day, the talk; and what members propose."""

from navmark.pillars.demonstration.branch_life.models.day import LectureNote, Segment, ThemeDayNote
from navmark.pillars.demonstration.branch_life.models.proposal import Proposal, ProposalState
from navmark.pillars.demonstration.branch_life.models.review import Grade, LifeMeetingNote, ReviewNote, Standing
from navmark.pillars.demonstration.branch_life.models.talk import Talk, TalkKind

__all__ = [
    "Grade",
    "LectureNote",
    "LifeMeetingNote",
    "Proposal",
    "ProposalState",
    "ReviewNote",
    "Segment",
    "Standing",
    "Talk",
    "TalkKind",
    "ThemeDayNote",
]
