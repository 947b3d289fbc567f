"""Pointers from row to row: none leads into another school, whichever way it is written.

What is at hand costs nothing: an object knows its school, and a row knows the ids it came with. Other ids are looked up,
those of one field together. What is written past our managers (`QuerySet._base_manager`, and with it the `add` and `set` of a
reverse relation) is not seen here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import models

from navmark.foundation.tenancy.fields import SchoolFK
from navmark.foundation.tenancy.scope import ForeignSchool, active_school_id

AT_ONCE = 500  # ids that one query asks for


@cache
def pointers_of(model: type[models.Model]) -> tuple[SchoolFK, ...]:
    return tuple(field for field in model._meta.concrete_fields if isinstance(field, SchoolFK))


@cache
def _columns_of(model: type[models.Model]) -> tuple[str, ...]:
    return tuple(field.attname for field in pointers_of(model))


def ids_in(row: models.Model) -> tuple[Any, ...]:
    """The ids that a row points to; None for a pointer that was not loaded. Asked of every row that is read, so it is quick."""
    columns = _columns_of(type(row))
    return tuple(map(row.__dict__.get, columns)) if columns else ()


def check_rows(model: type[models.Model], rows: Sequence[Any]) -> None:
    """Raise ForeignSchool when one of the rows points to another school than its own."""
    for place, field in enumerate(pointers_of(model)):
        unknown: dict[UUID, set[Any]] = defaultdict(set)
        for row in rows:
            key = row.__dict__.get(field.attname)
            if field.is_cached(row):
                _check_object(field, field.get_cached_value(row), row.school_id)
            elif key is not None and (row._state.adding or row.came_with[place : place + 1] != (key,)):
                unknown[row.school_id].add(field.target_field.to_python(key))
        for school, keys in unknown.items():
            _look_up(field, keys, school)


def check_values(model: type[models.Model], values: Mapping[str, Any]) -> None:
    """The same for the values of `QuerySet.update`, which takes objects and ids; what an expression points to nobody knows."""
    for field in pointers_of(model):
        for name in {field.name, field.attname} & values.keys():
            value = values[name]
            if isinstance(value, models.Model):
                _check_object(field, value, active_school_id())
            elif hasattr(value, "resolve_expression"):
                raise ForeignSchool(f"{field} is updated by an expression; give it an object or an id.")
            elif value is not None:
                _look_up(field, {field.target_field.to_python(value)}, active_school_id())


def _check_object(field: SchoolFK, target: Any, school: UUID) -> None:
    if target is not None and target.school_id != school:
        raise ForeignSchool(f"{field} points to another school.")


def _look_up(field: SchoolFK, keys: Iterable[Any], school: UUID) -> None:
    rows = field.remote_field.model._base_manager.filter(school_id=school)
    if any(rows.filter(pk__in=some).count() != len(some) for some in _batches(keys)):
        raise ForeignSchool(f"{field} points to another school.")


def _batches(keys: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(keys)
    while some := list(islice(waiting, AT_ONCE)):
        yield some
