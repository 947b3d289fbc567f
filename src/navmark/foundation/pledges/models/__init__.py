"""Kinds of pledge, and who took what upon themselves."""

from navmark.foundation.pledges.models.kind import PledgeKind
from navmark.foundation.pledges.models.pledge import Ending, Pledge, PledgeLog, PledgeState

__all__ = ["Ending", "Pledge", "PledgeKind", "PledgeLog", "PledgeState"]
