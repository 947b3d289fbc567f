"""Every write of the room: atomic, audited, with the person acting as `by` and the moment as `at`."""

from navmark.foundation.registers import logs as logs  # registers what is recorded here
from navmark.foundation.registers.actions.editions import make_edition, make_editions, renew
from navmark.foundation.registers.actions.entries import EntryHead, Hands, add, changed, correct, locked
from navmark.foundation.registers.actions.publishing import publish, withdraw
from navmark.foundation.registers.actions.removing import bring_back, remove
from navmark.foundation.registers.actions.steps import take, undo, undoable

__all__ = [
    "EntryHead", "Hands", "add", "bring_back", "changed", "correct", "locked", "make_edition", "make_editions", "publish",
    "remove", "renew", "take", "undo", "undoable", "withdraw",
]  # fmt: skip
