"""The rota as the programme describes it with what its keepers chose, the turns, and what is asked of one another."""

from navmark.foundation.rotas.models.ask import TurnAsk
from navmark.foundation.rotas.models.rota import Rota, RotaChoice, RotaName
from navmark.foundation.rotas.models.turn import Away, Turn, TurnState

__all__ = ["Away", "Rota", "RotaChoice", "RotaName", "Turn", "TurnAsk", "TurnState"]
