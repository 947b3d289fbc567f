"""Whose turn is it? Rotas of the programme, and their turns: proposed ahead, confirmed, swapped, handed on, kept."""
