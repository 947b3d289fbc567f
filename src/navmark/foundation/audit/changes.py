"""From what to what: the fields of a row before and after a deed (house rule 9).

A change is kept as `[field, old, new, about]`: the field by its full label ("activities.activity.day"), its values as they
stand in the database, and whom or what it is about where that is not the deed's subject ("people.person:<id>"), else "". A sealed
value never stands here in clear, nor what is the same at both ends of a long text.
"""

from collections.abc import Iterable
from typing import Any, cast

from django.db import models

SEALED = "•••"
LONG = 60  # characters; of a longer text only what differs is kept
GAP = "…"
Change = list[Any]


class Before:
    """The values of these fields of a row as they stood; a new row has none."""

    def __init__(self, row: models.Model, *names: str, about: models.Model | None = None) -> None:
        self._fields = [cast("models.Field", row._meta.get_field(name)) for name in names]
        self._about = label_of(about)
        self._values = {} if row._state.adding else self._read(row)

    def _read(self, row: models.Model) -> dict[str, Any]:
        return {field.name: getattr(row, field.attname) for field in self._fields}

    def changes(self, row: models.Model | None) -> list[Change]:
        """What stands differently in the row as it is now; None once it is gone."""
        after = {} if row is None else self._read(row)
        return [
            change(field, self._values.get(field.name), after.get(field.name), about=self._about)
            for field in self._fields
            if (self._values.get(field.name) or None) != (after.get(field.name) or None)
        ]


def label_of(row: models.Model | None) -> str:
    return f"{row._meta.label_lower}:{row.pk}" if row is not None else ""


def change(field: models.Field, old: Any, new: Any, *, about: str = "") -> Change:
    if is_sealed(field):
        old, new = (SEALED if value else "" for value in (old, new))
    elif isinstance(old, str) and isinstance(new, str):
        old, new = differing(old, new)
    return [f"{field.model._meta.label_lower}.{field.name}", old, new, about]


def is_sealed(field: models.Field) -> bool:
    """Sealed in the database, or of a class that stands in no trail."""
    privacy = getattr(field.model, "Privacy", None)
    return hasattr(field, "sealed_as") or field.name in getattr(privacy, "sensitive", ())


def differing(old: str, new: str) -> tuple[str, str]:
    """Of two long texts what differs, with a few characters around it."""
    if max(len(old), len(new)) <= LONG or not old or not new:
        return old, new
    head, tail = _common(old, new), 0
    tail = min(_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    head, tail = max(head - 4, 0), max(tail - 4, 0)
    return (_cut(old, head, tail), _cut(new, head, tail))


def _common(one: str, other: str) -> int:
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _cut(text: str, head: int, tail: int) -> str:
    middle = text[head : len(text) - tail]
    return f"{GAP if head else ''}{middle}{GAP if tail else ''}"


def together(*some: Iterable[Change]) -> list[Change]:
    return [one for changes in some for one in changes]
