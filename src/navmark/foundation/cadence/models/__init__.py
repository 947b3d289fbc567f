"""Cadences, the duties they make, and what fulfils or excuses these."""

from navmark.foundation.cadence.models.cadence import Cadence, PartyYear
from navmark.foundation.cadence.models.duty import OPEN_STATES, Duty, DutyState, Settled, Step
from navmark.foundation.cadence.models.facts import Excuse, Fulfilment, Swept

__all__ = ["OPEN_STATES", "Cadence", "Duty", "DutyState", "Excuse", "Fulfilment", "PartyYear", "Settled", "Step", "Swept"]
