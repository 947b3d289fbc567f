"""Which schools are active in this thread of control, and what was read of them while their door is open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model

Read = TypeVar("Read")
_active: ContextVar[tuple[UUID, ...]] = ContextVar("active_schools", default=())
_reads_only: ContextVar[bool] = ContextVar("reads_only", default=False)
_kept: ContextVar[dict[str, Any] | None] = ContextVar("kept_of_schools", default=None)


class NoActiveSchool(RuntimeError):
    """A school's rows were asked for while no school is active."""


class ForeignSchool(RuntimeError):
    """A row would be written for, or would point to, a school that is not active."""


@contextmanager
def within(*schools: Model | UUID, reads_only: bool = False) -> Iterator[None]:
    """Open the door for these schools, and only these, until the block ends; several are for oversight. `reads_only`: for a page
    that is looked at."""
    ids = tuple(school if isinstance(school, UUID) else school.pk for school in schools)
    token, kept, reads = _active.set(ids), _kept.set({}), _reads_only.set(reads_only)
    try:
        yield
    finally:
        _active.reset(token)
        _kept.reset(kept)
        _reads_only.reset(reads)
        if not set(ids).isdisjoint(_active.get()):
            forget()  # whoever goes on outside must not believe what it read before of a school that was open inside


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


def remembered(name: str, read: Callable[[], Read]) -> Read:
    """What `read` yields, asked for once while this door is open: for what every rule of a page asks for."""
    kept = _kept.get()
    if kept is None:
        return read()
    if name not in kept:
        kept[name] = read()
    return kept[name]


def read_once(name: str, read: Callable[[], Read]) -> Read:
    """The same for what is often written, while a page is only looked at: until that ends nothing of it changes."""
    return remembered(name, read) if _reads_only.get() else read()


def forget(name: str | None = None) -> None:
    """Whoever writes what is remembered says so; None: everything."""
    kept = _kept.get()
    if kept is not None:
        kept.clear() if name is None else kept.pop(name, None)
