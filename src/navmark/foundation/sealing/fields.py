"""A text field that is sealed in the database and clear in Python."""

from typing import Any

from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import IsNull

from navmark.foundation.sealing.cipher import Unreadable, is_readable, seal, unseal

__all__ = ["EncryptedTextField", "Unreadable", "is_readable"]


class EncryptedTextField(models.TextField):
    """A TextField that is sealed in the database. The empty text and None stay as they are; no lookup but `isnull` is possible.

    The seal is bound to table and column. Who renames either keeps the old "table.column" in `sealed_as`.
    """

    def __init__(self, *args: Any, sealed_as: str = "", **kwargs: Any) -> None:
        self.sealed_as = sealed_as
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "sealed_as": self.sealed_as} if self.sealed_as else kwargs

    @property
    def label(self) -> str:
        return self.sealed_as or f"{self.model._meta.db_table}.{self.column}"

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return unseal(value, self.label) if value else value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        if isinstance(value, Unreadable):
            return value.ciphertext
        return seal(value, self.label) if value else value

    def to_python(self, value: Any) -> Any:
        return value if isinstance(value, Unreadable) else super().to_python(value)

    def save_form_data(self, instance: Any, data: Any) -> None:
        """A form that shows the words of an unreadable value sends them back: they must not become the text."""
        kept = getattr(instance, self.name)
        if is_readable(kept) or data not in (kept, ""):
            super().save_form_data(instance, data)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return IsNull
        raise FieldError(f"{self.name} is sealed: it cannot be searched by {lookup_name}. Use its blind index.")

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.name} is sealed: it has no transform {lookup_name}.")
