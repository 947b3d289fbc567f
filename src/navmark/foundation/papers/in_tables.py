"""The paper in a register and its export, and the headings under which a table brings its answers."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.papers.description import Description, Values, asked
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.known import Known
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.writing import Field

Filled = tuple[Description, Values]  # what was filled in, with the questions it was filled in under


def columns(newest: Description, filled: Sequence[Filled], known: Known, *, sealed: bool = False) -> list[PaperField]:
    """The questions a register shows: those of today, and whatever else was answered. Sealed ones only where they are asked for,
    files only where there are some: no table brings one.

    A field is never deleted, so the newest edition knows them all.
    """
    answered = {key for _description, values in filled for key, value in values.items() if value not in (None, ())}
    open_to_all = [one for one in asked(newest.fields) if sealed or not one.is_sealed]
    return [one for one in open_to_all if (one.stands_on(known.on) and not one.hangs) or one.key in answered]


def head(fields: Sequence[PaperField]) -> list[Field]:
    """The headings of an export, in the school's own language."""
    return [one.column() for one in fields]


def cells(fields: Sequence[PaperField], filled: Filled, known: Known, *, to_read: bool = False) -> list[Any]:
    """One row of it; each answer as the questions of its own edition read it. `to_read`: by people, never again by a table."""
    description, values = filled
    told = description.with_totals(values)
    own = [description.by_key.get(one.key, one) for one in fields]
    with override(settings.LANGUAGE_CODE):
        return [(one.in_list if to_read else one.cell)(told.get(one.key), known) for one in own]


def headings(description: Description, known: Known) -> list[Column]:
    """What a table may tell of this paper: for mapping and reading it in the room `tables`."""
    return [one.heading(known) for one in asked(description.on(known.on))]
