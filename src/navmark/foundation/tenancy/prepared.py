"""Questions that are put into SQL once a process: of what everybody's page asks, putting it together costs more than the answer.

A question is a function that builds a queryset from nothing but its arguments: ids, days, words, tuples and sets of them. It is
built with stand-ins, once for each shape of arguments (how long each tuple is, what is None); afterwards the parameters alone
change. So nothing is kept that could grow old: neither rows nor a school.

What changes a few times a year and is read by every page (units, kinds, registers) is a `lasting` question. It is asked anew each
time, too; but a row that reads as before is copied from the one that was made of it.
"""

from collections.abc import Callable, Iterator
from copy import copy
from datetime import date, timedelta
from functools import lru_cache, wraps
from itertools import chain, count
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import DateField, QuerySet, UUIDField
from django.db.models.query import ModelIterable

from navmark.foundation.tenancy.making import Lasting, Making, models
from navmark.foundation.tenancy.scope import active_school_id, within

SHAPES = 200  # of one question that are kept
SCALARS, MANY = (UUID, date, str), (tuple, frozenset)  # a set stands in the question as a tuple
Asked = ParamSpec("Asked")
Row = TypeVar("Row")
_AN_ID, _A_DATE = UUIDField(), DateField()


def prepared(build: Callable[Asked, QuerySet[Any, Row]]) -> Callable[Asked, list[Row]]:
    """The question as a function that answers it for the one active school: its rows (or tuples of its values), as a list. One
    query.

    Raises ValueError for an argument that does not stand in the query as it is: it is to be computed before."""
    return _asking(build, models)


def lasting(build: Callable[Asked, QuerySet[Any, Row]]) -> Callable[Asked, list[Row]]:
    """The same for rows of a model that seldom change. Each answer has rows of its own; but a list that stands in one (of JSON)
    is everybody's and never changed in place."""
    return _asking(build, Lasting())


def _asking(build: Callable[Asked, QuerySet[Any, Row]], make: Making) -> Callable[Asked, list[Row]]:
    put = lru_cache(maxsize=SHAPES)(lambda shapes, names: _Put(build, shapes, names, make))

    @wraps(build)
    def ask(*args: Asked.args, **kwargs: Asked.kwargs) -> list[Row]:
        values = (*args, *kwargs.values())
        return put(_shape(values), tuple(kwargs)).answered([active_school_id(), *_scalars(values)])

    return ask


def _shape(value: Any) -> Any:
    """What of an argument the SQL depends on."""
    if isinstance(value, MANY):
        return tuple(map(_shape, value))
    kind = next((one for one in SCALARS if isinstance(value, one)), None)
    return kind or (None, value)  # a shape that is no tuple of shapes


def _scalars(values: Any) -> Iterator[Any]:
    for value in values:
        if isinstance(value, MANY):
            yield from _scalars(value)
        elif isinstance(value, SCALARS):
            yield value


def _stand_in(shape: Any, numbers: Iterator[int]) -> Any:
    if isinstance(shape, tuple):
        return shape[1] if shape[:1] == (None,) else tuple(_stand_in(one, numbers) for one in shape)
    number = next(numbers)
    return {UUID: UUID(int=number), date: date(1, 1, 1) + timedelta(days=number), str: f"\ue000{number}"}[shape]


def _param(value: Any) -> Any:
    """As this database takes it."""
    if isinstance(value, str):
        return str(value)
    field = _AN_ID if isinstance(value, UUID) else _A_DATE
    return field.get_db_prep_value(value, connections[DEFAULT_DB_ALIAS])


class _Put:
    """One question in SQL. `places`: which of the values stands at each parameter; None where it is always the same."""

    def __init__(self, build: Callable[..., QuerySet], shapes: tuple, names: tuple[str, ...], make: Making) -> None:
        self.make = make
        numbers = count(1)
        school = _stand_in(UUID, numbers)
        values = [_stand_in(shape, numbers) for shape in shapes]
        args, named = values[: len(values) - len(names)], values[len(values) - len(names) :]
        with within(school):
            rows = build(*args, **dict(zip(names, named, strict=True)))
        self.is_of_models = rows._iterable_class is ModelIterable
        self.compiler = rows.query.get_compiler(DEFAULT_DB_ALIAS)
        self._put([school, *_scalars(values)])

    def _put(self, stand_ins: list[Any]) -> None:
        known = {_param(value): place for place, value in enumerate(stand_ins)}
        try:
            self.sql, self.params = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.params = "", ()
            return
        self.places = [known.get(one) if isinstance(one, SCALARS) else None for one in self.params]
        if missing := known.keys() - set(self.params):
            raise ValueError(f"These do not stand in the question as they are: {missing}")

    def answered(self, values: list[Any]) -> list[Any]:
        if not self.sql:
            return []
        prepared = list(map(_param, values))
        params = [one if place is None else prepared[place] for one, place in zip(self.params, self.places, strict=True)]
        compiler = copy(self.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]  # of this thread
        compiler.as_sql = lambda: (self.sql, params)
        if not self.is_of_models:
            return list(compiler.results_iter(tuple_expected=True))
        read: Any = compiler.execute_sql()
        return list(self.make(compiler, list(chain.from_iterable(read))))
