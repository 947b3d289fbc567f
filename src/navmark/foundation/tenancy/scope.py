"""Which schools are active in this thread of control."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db.models import Model

_active: ContextVar[tuple[UUID, ...]] = ContextVar("active_schools", default=())


class NoActiveSchool(RuntimeError):
    """A school's rows were asked for while no school is active."""


class ForeignSchool(RuntimeError):
    """A row would be written for, or would point to, a school that is not active."""


@contextmanager
def within(*schools: Model | UUID) -> Iterator[None]:
    """Open the door for these schools, and only these, until the block ends; several are for oversight."""
    ids = tuple(school if isinstance(school, UUID) else school.pk for school in schools)
    token = _active.set(ids)
    try:
        yield
    finally:
        _active.reset(token)


def active_school_ids() -> tuple[UUID, ...]:
    ids = _active.get()
    if not ids:
        raise NoActiveSchool("No school is active: wrap this in within(school).")
    return ids


def active_school_id() -> UUID:
    """The one active school. Raises NoActiveSchool when there is none or more than one."""
    ids = active_school_ids()
    if len(ids) != 1:
        raise NoActiveSchool("This needs exactly one active school.")
    return ids[0]
