"""What only this mechanism needs to know of a part: the count of a review, the talk; and what members propose."""

from navmark.pillars.demonstration.branch_life.models.proposal import Proposal, ProposalState
from navmark.pillars.demonstration.branch_life.models.review import Grade, ReviewNote, Standing
from navmark.pillars.demonstration.branch_life.models.talk import Talk, TalkKind

__all__ = ["Grade", "Proposal", "ProposalState", "ReviewNote", "Standing", "Talk", "TalkKind"]
