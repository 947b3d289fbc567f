"""The columns of the plan, and what its keeper types into a cell."""

from navmark.foundation.termplan.models.column import PlanColumn
from navmark.foundation.termplan.models.line import PlanLine

__all__ = ["PlanColumn", "PlanLine"]
