"""What was done to rows, in its order, as plain JSON; and back again, as far as the rows are still there."""

import json
from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from navmark.foundation.people.refusals import SealedUnreadable
from navmark.foundation.sealing.fields import is_readable
from navmark.foundation.tenancy.scope import active_school_id

MOVED, REWRITTEN, DROPPED = "moved", "rewritten", "dropped"
Values = dict[str, Any]


def rows_of(model: type[models.Model]) -> models.QuerySet:
    """The school's rows past every rule of their room: what happens here is noted whole, and can be taken back."""
    return model._base_manager.filter(school_id=active_school_id())


class Memory:
    """Does what it remembers."""

    def __init__(self, steps: list[list[Any]] | None = None) -> None:
        self.steps = steps or []

    @classmethod
    def read(cls, text: str) -> "Memory":
        return cls(json.loads(text))

    def written(self) -> str:
        return json.dumps(self.steps, default=str)  # a moment to its last digit

    def move(self, field: models.Field, ids: list[UUID], *, old: UUID, new: UUID) -> None:
        rows_of(field.model).filter(pk__in=ids).update(**{field.attname: new})
        self.steps.append([MOVED, _label(field.model), field.attname, ids, old, new])

    def rewrite(self, row: models.Model, **values: Any) -> None:
        before = {name: getattr(row, name) for name in values}
        rows_of(type(row)).filter(pk=row.pk).update(**values)
        self.steps.append([REWRITTEN, _label(type(row)), row.pk, before, values])

    def note(self, row: models.Model, before: Values) -> None:
        """What a rule of the room has changed in the row since it was `before`."""
        after = values_of(row)
        changed = {name: value for name, value in after.items() if before[name] != value}
        self.steps.append([REWRITTEN, _label(type(row)), row.pk, {name: before[name] for name in changed}, changed])

    def drop(self, rows: Iterable[models.Model]) -> None:
        """The rows alone: whatever pointed to them has been moved, and the database says so if not."""
        for row in rows:
            self.steps.append([DROPPED, _label(type(row)), values_of(row)])
            found = rows_of(type(row)).filter(pk=row.pk)
            found._raw_delete(found.db)

    def take_back(self) -> None:
        """Everything, the last first. What has changed since, or is gone, stays as it is now."""
        undo: dict[str, Callable[..., None]] = {MOVED: _move_back, REWRITTEN: _write_back, DROPPED: _put_back}
        for kind, label, *what in reversed(self.steps):
            undo[kind](apps.get_model(label), *what)


def values_of(row: models.Model) -> Values:
    """Raises SealedUnreadable where a key is not at hand: what cannot be read cannot be put back."""
    found = {field.attname: field.value_from_object(row) for field in row._meta.concrete_fields}
    if not all(is_readable(value) for value in found.values()):
        raise SealedUnreadable
    return found


def _label(model: type[models.Model]) -> str:
    return model._meta.label_lower


def _move_back(model: type[models.Model], attname: str, ids: list[str], old: str, new: str) -> None:
    rows_of(model).filter(pk__in=ids, **{attname: new}).update(**{attname: old})


def _write_back(model: type[models.Model], pk: str, before: Values, after: Values) -> None:
    row = rows_of(model).filter(pk=pk).first()
    if row is not None:
        before, after = _restored(model, before), _restored(model, after)
        rows_of(model).filter(pk=pk).update(**{name: before[name] for name in before if getattr(row, name) == after[name]})


def _put_back(model: type[models.Model], values: Values) -> None:
    known = _restored(model, values)
    keys = [field for field in model._meta.concrete_fields if field.related_model is not None and known[field.attname]]
    if all(field.related_model._base_manager.filter(pk=known[field.attname]).exists() for field in keys):
        model._base_manager.bulk_create([model(**known)])
        stamps = {field.attname: known[field.attname] for field in model._meta.concrete_fields if _is_stamped(field)}
        if stamps:  # Django writes the moment of writing
            rows_of(model).filter(pk=known["id"]).update(**stamps)


def _restored(model: type[models.Model], values: Values) -> Values:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {name: fields[name].to_python(value) for name, value in values.items()}


def _is_stamped(field: models.Field) -> bool:
    return getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False)
