"""What is printed as plain JSON values and back, for the snapshot of a locked record: dataclasses of plain values, days,
moments, tuples of one kind, and others of their sort."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

R = TypeVar("R")


def to_facts(record: Any) -> dict[str, Any]:
    return _flat(record)


def from_facts(kind: type[R], facts: dict[str, Any]) -> R:
    """The record that `to_facts` took apart. Fields that this version does not know are left out."""
    return cast(R, _built(kind, facts))


def _flat(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _flat(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_flat(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _built(wanted: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(wanted) is UnionType:
        return _built(get_args(wanted)[0], value)  # always "X | None"
    if get_origin(wanted) is tuple:
        return tuple(_built(get_args(wanted)[0], each) for each in value)
    if is_dataclass(wanted):
        hints = get_type_hints(wanted)
        return wanted(**{name: _built(hints[name], each) for name, each in value.items() if name in hints})  # type: ignore[operator]
    return wanted.fromisoformat(value) if wanted in (date, datetime) else value
