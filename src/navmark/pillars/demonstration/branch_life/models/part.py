"""What the notes of a part have in common."""

from django.db import models


def one_a_part(label: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=("school", "part"), name=f"branch_life_{label}_one_a_part")
