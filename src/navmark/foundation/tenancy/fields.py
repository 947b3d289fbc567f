"""Foreign keys that carry the school along, so that a join never leaves its school (and can be distributed by it)."""

from typing import Any

from django.db import models


class SchoolFK(models.ForeignKey):
    """A foreign key between two rows of one school; every join also compares the school columns."""

    def get_joining_fields(self, reverse_join: bool = False) -> tuple[Any, ...]:
        own = self.model._meta.get_field("school")
        theirs = self.remote_field.model._meta.get_field("school")
        pair = (theirs, own) if reverse_join else (own, theirs)
        return (*super().get_joining_fields(reverse_join), pair)
