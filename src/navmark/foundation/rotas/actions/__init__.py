"""Every write of a turn: confirmed, given by hand, swapped, handed on, passed over, kept; each in the trail and in what waits."""

from navmark.foundation.rotas import logs as logs  # registers what is recorded here
from navmark.foundation.rotas.actions.giving import confirm, give
from navmark.foundation.rotas.actions.keeping import keep, take_back, take_over
from navmark.foundation.rotas.actions.passing import hand_on, skip, swap
from navmark.foundation.rotas.actions.turns import changed, is_over, locked

__all__ = ["changed", "confirm", "give", "hand_on", "is_over", "keep", "locked", "skip", "swap", "take_back", "take_over"]
