"""Where rows point to another row: by a foreign key, by its bare id, or by its id within written words.

Read from the models themselves, so that a room that comes tomorrow is known. A model may name as `as_written` the fields that
stay as they are for ever (what was locked and printed); the trail stays as it is by itself.
"""

from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db import models

from navmark.foundation.audit.models import AuditBatch, AuditCheckpoint, AuditEntry
from navmark.foundation.tenancy.models import SchoolOwned

Pointer = models.Field  # of the row that points
_TRAIL = (AuditEntry, AuditBatch, AuditCheckpoint)


@cache
def keys_to(model: type[models.Model]) -> tuple[Pointer, ...]:
    """The foreign keys of all rooms to this model."""
    return tuple(field for field in _columns() if field.related_model is model)


@cache
def bare_ids() -> tuple[Pointer, ...]:
    """Columns that hold the id of some row. Ids are unique among all rows, so the same id means the same row anywhere."""
    return tuple(
        field for field in _columns()
        if isinstance(field, models.UUIDField) and not field.primary_key and field.related_model is None
    )  # fmt: skip


@cache
def written_words() -> tuple[Pointer, ...]:
    """Columns of JSON and text, sealed ones too: answers, drafts, what may be put back. None of them may be searched as it is."""
    return tuple(field for field in _columns() if isinstance(field, models.JSONField | models.TextField))


def _columns() -> Iterator[Pointer]:
    for model in apps.get_models(include_auto_created=True):
        if issubclass(model, SchoolOwned) and model not in _TRAIL:
            stays = getattr(model, "as_written", ())
            yield from (field for field in model._meta.concrete_fields if field.name not in stays)
