"""From plain data (a table of a TOML file, rows of a workbook, what an edition keeps) to fields, and back.

A library checks the structure and names every fault; ours is what no library can know: types, circles, steps, sums.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal
from functools import cache
from typing import Any

from django.utils.translation import gettext as _
from pydantic import TypeAdapter, ValidationError

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.faults import Fault, Misdescribed, Path, fault_of
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.fields import types as known_types
from navmark.foundation.papers.sense import senseless
from navmark.foundation.tables.refusals import listed

SAID_AS = {"privacy": "class"}  # a word that Python keeps for itself
NESTED = ("columns",)
PAIRED = ("choices", "gone")
Names = Callable[[str], bool]


@dataclass(frozen=True)
class Exists:
    """Whether a circle, a unit kind or a step of this name is there; whoever loads a programme knows."""

    circle: Names = lambda name: True
    unit_kind: Names = lambda name: True
    step: Names = lambda name: True


def described(said: Any, *, where: str = "", text: str = "", path: Path = (), exists: Exists | None = None) -> Description:
    """The fields of a table `key -> field`, or of a list of fields with their keys. Raises Misdescribed with every fault.

    `where` names the file or sheet, `path` leads to the table within it; with the file's `text` a fault names its line.
    """
    read = list(_read(said, path))
    faults = [one for one in read if isinstance(one, Fault)]
    description = Description(tuple(one for one in read if isinstance(one, PaperField)))
    if not faults:
        faults = list(senseless(description, path, exists or Exists()))
    if faults:
        raise Misdescribed(faults, where=where, text=text)
    return description


def reread(kept: Any) -> Description:
    """What an edition keeps. It made sense when it was made: what we have come to refuse since does not close old records."""
    return Description(tuple(one for one in _read(kept, ()) if isinstance(one, PaperField)))


def _read(said: Any, path: Path) -> Iterator[PaperField | Fault]:
    if isinstance(said, Mapping):
        pairs: Iterable[tuple[Any, Any]] = said.items()
    elif isinstance(said, (list, tuple)) and all(isinstance(one, Mapping) for one in said):
        pairs = [(one.get("key", str(place + 1)), one) for place, one in enumerate(said)]
    else:
        yield Fault(path, _("describe the fields here, each under its key."))
        return
    for key, table in pairs:
        if isinstance(table, Mapping):
            yield from _read_field(str(key), table, (*path, str(key)))
        else:
            yield Fault((*path, str(key)), _("describe the field here: its type and its label."))


def _read_field(key: str, table: Mapping[str, Any], path: Path) -> Iterator[PaperField | Fault]:
    kind = known_types.get(str(table.get("type", "")))
    if kind is None:
        yield Fault((*path, "type"), _("write one of the types: %(types)s.") % {"types": listed(sorted(known_types))})
        return
    told = {"key": key} | {_own_word(word): value for word, value in table.items() if word not in ("type", "key")}
    nested = [one for word in NESTED if word in told and word in options(kind) for one in _read(told[word], (*path, word))]
    faults = [one for one in nested if isinstance(one, Fault)]
    if nested and not faults:
        told["columns"] = tuple(nested)
    if faults:
        yield from faults
        return
    try:
        yield _adapter(kind).validate_python(told)
    except ValidationError as wrong:
        found = wrong.errors(include_url=False, include_input=False)
        yield from (fault_of({**one, "loc": _their_words(one["loc"])}, path, options(kind)) for one in found)


@cache
def _adapter(kind: type[PaperField]) -> TypeAdapter[PaperField]:
    return TypeAdapter(kind)


def _own_word(word: str) -> str:
    return next((ours for ours, theirs in SAID_AS.items() if theirs == word), word)


def _their_words(loc: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(SAID_AS.get(part, part) for part in loc)


@cache
def options(kind: type[PaperField]) -> tuple[str, ...]:
    """The words that a field of this type may say, beside its type."""
    return tuple(SAID_AS.get(one.name, one.name) for one in fields(kind) if one.name != "key")


# And back.


def as_table(description: Description) -> dict[str, Any]:
    """What a file says: key -> field, without what goes without saying."""
    return {one.key: _said(one, as_list=False) for one in description.fields}


def as_json(description: Description) -> list[dict[str, Any]]:
    """What an edition keeps: a list, because a database does not keep the order of keys."""
    return [{"key": one.key, **_said(one, as_list=True)} for one in description.fields]


def _said(field: PaperField, *, as_list: bool) -> dict[str, Any]:
    plain = _adapter(type(field)).dump_python(field, mode="json", exclude=set(NESTED))
    told: dict[str, Any] = {"type": field.type}
    for one in fields(field):
        value = getattr(field, one.name)
        if one.name == "key" or value == one.default or (one.default is MISSING and value is None):
            continue
        told[SAID_AS.get(one.name, one.name)] = _written(one.name, value, plain, as_list)
    return told


def _written(name: str, value: Any, plain: Mapping[str, Any], as_list: bool) -> Any:
    if name in NESTED:
        columns = Description(value)
        return as_json(columns) if as_list else as_table(columns)
    if name in PAIRED:
        labels = [list(pair) for pair in value]
        return (
            [label for _key, label in labels]
            if all(key == label for key, label in labels)
            else labels
            if as_list
            else dict(value)
        )
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return plain[name]
