"""Field classes: what each field of each table is about. A model names them in a nested `class Privacy`, and this reads it.

The class is the model's own word, not derived: a `name` is public on a district and personal on a person.
"""

from collections import Counter
from enum import StrEnum

from django.apps import apps
from django.db import models

HOUSE = "navmark."


class FieldClass(StrEnum):
    PUBLIC = "public"  # no person in it: kinds, dates of terms, titles of public things
    INTERNAL = "internal"  # the school's working facts: titles, places, times, who held which post
    PERSONAL = "personal"  # about an adult: name, sex, birth, Party status, attendance
    SENSITIVE = "sensitive"  # about a child or a family, or what is sealed of an adult


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith(HOUSE)]


def class_of(model: type[models.Model], field: str) -> FieldClass:
    """The class of one field. Raises LookupError where the model names none: nobody has said that it may be shown."""
    for name, kind in _named(model):
        if name == field:
            return kind
    raise LookupError(f"{model._meta.label}.{field} has no privacy class")


def fields_of(model: type[models.Model], kind: FieldClass) -> list[str]:
    """The fields of one class, as the model names them."""
    return [name for name, one in _named(model) if one == kind]


def forgotten(model: type[models.Model]) -> list[str]:
    """Fields that the model put into no class."""
    named = {name for name, _kind in _named(model)}
    return [field.name for field in model._meta.concrete_fields if field.name not in named]


def misnamed(model: type[models.Model]) -> list[str]:
    """Names that stand in two classes, or that are no field."""
    named = Counter(name for name, _kind in _named(model))
    known = {field.name for field in model._meta.concrete_fields}
    return [name for name, times in named.items() if times > 1 or name not in known]


def _named(model: type[models.Model]) -> list[tuple[str, FieldClass]]:
    """The model's own classes; those of a parent are not inherited, or a new table would be classed by accident."""
    own = model.__dict__.get("Privacy")
    return [(name, kind) for kind in FieldClass for name in getattr(own, kind.value, ())]
