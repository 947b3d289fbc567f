"""Rows of a model, made of what the database gave: for questions whose SQL is known, see `prepared.py`."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import DateField, Model, UUIDField
from django.db.models.base import ModelState
from django.db.models.query import get_related_populators
from django.db.models.sql.compiler import SQLCompiler

from navmark.foundation.tenancy.pointers import ids_in

MADE = 5000  # rows of one lasting question that are kept: the units of a hundred schools
Making = Callable[[SQLCompiler, list[tuple]], Iterable[Model]]
Converter = tuple[int, Callable[[Any], Any]]  # of the value at this place


def models(compiler: SQLCompiler, read: list[tuple]) -> Iterator[Model]:
    """As a queryset makes them; but what many rows point to is made once, and theirs together."""
    if not read:
        return
    info, select = compiler.klass_info or {}, compiler.select
    first, last = info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column.target.attname for column, *_rest in select[first:last]]
    fields = [one["field"] for one in info.get("related_klass_infos", ())]
    populators = get_related_populators(info, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]  # the stubs are of a later Django
    related = list(zip(fields, populators, strict=True))
    converters = _converters(compiler)
    own = [one for one in converters if not any(to.cols_start <= one[0] < to.cols_end for to in populators)]
    known: dict[tuple, Any] = {}
    for values in map(list, read):
        _convert(values, own)
        row = _row(info["model"], dict(zip(names, values[first:last], strict=True)))
        for field, populator in related:
            key = (field, values[populator.cols_start + populator.pk_idx])
            if key in known:
                field.set_cached_value(row, known[key])
            else:
                _convert(values, [one for one in converters if populator.cols_start <= one[0] < populator.cols_end])
                populator.populate(values, row)
                known[key] = field.get_cached_value(row)
        for name, place in compiler.annotation_col_map.items():
            setattr(row, name, values[place])
        yield row


def _converters(compiler: SQLCompiler) -> list[Converter]:
    """From what the database gives; an id or a day that stands in many rows is made once."""
    found = compiler.get_converters([column for column, *_rest in compiler.select])
    once: dict[type, _Once] = {}
    return [(place, _converter(compiler, *one, once)) for place, one in found.items()]


def _converter(compiler: SQLCompiler, steps: list, column: Any, once: dict[type, "_Once"]) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:
        for step in steps:
            value = step(value, column, compiler.connection)
        return value

    kind = type(column.output_field)
    return once.setdefault(kind, _Once(convert)).__getitem__ if issubclass(kind, (UUIDField, DateField)) else convert


def _convert(values: list[Any], converters: list[Converter]) -> None:
    for place, convert in converters:
        values[place] = convert(values[place])


class _Once(dict[Any, Any]):
    """Value of the database -> in Python, made when it is asked for first."""

    def __init__(self, convert: Callable[[Any], Any]) -> None:
        super().__init__()
        self.convert = convert

    def __missing__(self, value: Any) -> Any:
        self[value] = made = self.convert(value)
        return made


class Lasting:
    """What was made of a row, by all that stood in it."""

    def __init__(self) -> None:
        self.made: dict[tuple, Model] = {}

    def __call__(self, compiler: SQLCompiler, read: list[tuple]) -> Iterator[Model]:
        made = self.made = self.made if len(self.made) < MADE else {}
        unknown = [one for one in read if one not in made]
        made.update(zip(unknown, models(compiler, unknown), strict=True))
        return (_again(made[one]) for one in read)


def _again(row: Model) -> Model:
    """Another object of this row, as it came from the database."""
    again = _row(type(row), row.__dict__)
    again._state.fields_cache = {name: _again(to) if to else None for name, to in row._state.fields_cache.items()}
    return again


def _row(model: type[Model], values: dict[str, Any]) -> Model:
    """What `from_db` makes, in a third of the time: no signal is sent, no attribute set one by one."""
    row: Model = object.__new__(model)
    row.__dict__.update(values)
    row._state = state = ModelState()
    state.db, state.adding = DEFAULT_DB_ALIAS, False
    row.came_with = ids_in(row)
    return row
