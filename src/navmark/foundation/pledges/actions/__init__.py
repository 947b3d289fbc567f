"""Every write of the room: atomic, audited, with the person acting as `by` and the moment as `at`."""

from navmark.foundation.pledges import logs as logs  # registers what is recorded here
from navmark.foundation.pledges.actions.ending import correct, decline, end, hand_over, withdraw
from navmark.foundation.pledges.actions.logs import rewrite, write
from navmark.foundation.pledges.actions.taking import Taking, accept, offer, take

__all__ = ["Taking", "accept", "correct", "decline", "end", "hand_over", "offer", "rewrite", "take", "withdraw", "write"]
