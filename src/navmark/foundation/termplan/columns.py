"""The columns of the plan and what belongs to each, read once a page."""

from dataclasses import dataclass
from datetime import date

from navmark.foundation.rotas.models import Rota
from navmark.foundation.termplan.models import PlanColumn

OTHER = ""  # the code of what belongs to no heading of the programme


@dataclass(frozen=True)
class Columns:
    rows: tuple[PlanColumn, ...]

    @classmethod
    def read(cls) -> "Columns":
        """Those too that the programme has no more: what stands there is read. One query."""
        return cls(tuple(PlanColumn.objects.all()))

    def of_kind(self, code: str) -> str:
        return next((one.code for one in self.rows if code in one.kinds), OTHER)

    def of_rota(self, rota: Rota) -> str:
        """Where its own page stands, else where the activity whose turns they are."""
        return next((one.code for one in self.rows if rota.code in one.rotas), self.of_kind(rota.activity_kind))

    def of_register(self, code: str) -> str:
        return next((one.code for one in self.rows if code in one.registers), OTHER)

    def of_pledge(self, code: str) -> str:
        return next((one.code for one in self.rows if code in one.pledges), OTHER)

    def offered_on(self, day: date) -> list[PlanColumn]:
        """What a new line may be written into."""
        return [one for one in self.rows if one.active_to is None or day < one.active_to]
