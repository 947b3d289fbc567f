"""A system check: no field is forgotten when privacy is asked. It prints the line to paste, in the strictest class."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import models

from navmark.foundation.privacy.classes import FieldClass, fields_of, forgotten, misnamed, our_models


@register(Tags.models)
def every_field_has_its_class(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    labels = None if app_configs is None else {config.label for config in app_configs}
    asked = [model for model in our_models() if labels is None or model._meta.app_label in labels]
    return [fault for model in asked for fault in faults_of(model)]


def faults_of(model: type[models.Model]) -> Iterator[CheckMessage]:
    """What is wrong with a model's `class Privacy`."""
    if names := forgotten(model):
        line = tuple(fields_of(model, FieldClass.SENSITIVE) + names)
        hint = (
            f"Paste into {model.__name__}, and move each name to its class:\n\n    class Privacy:\n        sensitive = {line!r}\n"
        )
        yield Error(f"{', '.join(names)}: in no privacy class.", hint=hint, obj=model, id="privacy.E001")
    if names := misnamed(model):
        yield Error(f"{', '.join(names)}: named twice, or no field.", obj=model, id="privacy.E002")
