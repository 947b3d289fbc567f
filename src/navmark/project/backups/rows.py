"""A row as plain values: what JSON can hold, the same for every database, sealed fields as their ciphertext."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.migrations.graph import MigrationGraph
from django.db.models import Expression, ExpressionWrapper, F, Field, Model, TextField

from navmark.foundation.sealing.fields import EncryptedTextField, Unreadable

OURS = "navmark."  # sessions, throttling and permissions of the framework are not the school's
CHUNK = 1000


def models() -> list[type[Model]]:
    """Every table of the product, many-to-many ones included, in a fixed order."""
    found = [one for one in apps.get_models(include_auto_created=True) if one._meta.app_config.name.startswith(OURS)]
    return sorted(found, key=lambda one: one._meta.label_lower)


def steps_of_rooms(graph: MigrationGraph) -> set[tuple[str, str]]:
    """The last step of each room of ours; a room whose tables have gone to another has steps all the same."""
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith(OURS)}
    return {node for node in graph.leaf_nodes() if node[0] in ours}


def columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def sealed(field: Field) -> Expression:
    """The ciphertext of a sealed column: read as plain text, it is not opened."""
    return ExpressionWrapper(F(field.attname), output_field=TextField())


def _as_stored(field: Field) -> Any:
    return sealed(field) if isinstance(field, EncryptedTextField) else field.attname


def lines_of(model: type[Model]) -> Iterator[str]:
    """The rows of a table, each as a line of JSON, ordered by key."""
    wanted = [_as_stored(field) for field in model._meta.concrete_fields]
    rows = model._base_manager.order_by("pk").values_list(*wanted)
    for row in rows.iterator(chunk_size=CHUNK):
        yield json.dumps(row, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    raise TypeError(f"A backup cannot hold a {type(value).__name__}.")


def from_line(model: type[Model], names: Sequence[str], line: str) -> Model:
    """The row again. A ciphertext is handed over as an unreadable text, which is saved as it is."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: _back(fields[name], value) for name, value in zip(names, json.loads(line), strict=True)})


def _back(field: Field, value: Any) -> Any:
    if isinstance(field, EncryptedTextField) and value:
        return Unreadable("", value)
    return field.to_python(value)
