"""What a paper already knows when it is begun (house rule 15): the host, the day, last time, a turn, the field of the source."""

from collections.abc import Mapping
from typing import Any

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import PaperField, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.tables.refusals import CellProblem

LAST, SOURCE, TURN, WORDS, COUNTED, MONTH = "last", "source", "rota", "value", "counted", "month"


def defaults(description: Description, context: Mapping[str, Any], known: Known) -> dict[str, Value]:
    """The first answers. `context` holds what is known by name: a row, an id, a day; under `last`, `source` and `rota` the
    values of last time, of the source, and of whoever has the turn, by key; under `counted` numbers by what the default says,
    "counted:REGISTER" or "counted:REGISTER/STEP", and under `month` what that month's entry of a register is called, by
    "month:REGISTER". In a small table that "value:WORDS" begins, the cell "rota:CODE" is whoever has that turn. What is not
    known, or would not fit, is asked.
    """
    found = {one.key: _known(one, context, known) for one in description.on(known.on) if one.default and one.is_asked}
    return {key: value for key, value in found.items() if value is not None}


def _known(field: PaperField, context: Mapping[str, Any], known: Known) -> Value:
    name, _colon, rest = field.default.partition(":")
    try:
        if name == WORDS:
            return _fitting(field, field.begun(rest, known, context.get(TURN, {})))
        if name in (LAST, SOURCE, TURN):
            return _fitting(field, context.get(name, {}).get(rest or field.key))
        value = context.get(name, {}).get(field.default) if name in (COUNTED, MONTH) else context.get(name)
        return None if value is None else _fitting(field, field.of_known(value))
    except (Unfit, CellProblem, TypeError):
        return None


def _fitting(field: PaperField, value: Value) -> Value:
    """The value as it would come back from the database. Raises Unfit."""
    if value is None:
        return None
    field.refuse(value)
    return field.restored(field.kept(value))
