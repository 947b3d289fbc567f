"""Registers with the editions of their steps, and what stands in them."""

from navmark.foundation.registers.models.entry import Entry, Hand, HandRole, Move
from navmark.foundation.registers.models.public_page import PublicPage
from navmark.foundation.registers.models.register import Register, RegisterEdition

__all__ = ["Entry", "Hand", "HandRole", "Move", "PublicPage", "Register", "RegisterEdition"]
