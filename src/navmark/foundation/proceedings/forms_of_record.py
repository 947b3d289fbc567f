"""How a kind of meeting decides. Declared by the mechanism that owns the kind; this room knows no kind by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.outlook import Sitting


class DecisionKind(models.TextChoices):
    """支委会 makes 决定; only the 党员大会 makes 决议; a group gives 意见."""

    RESOLUTION = "resolution", _("resolution")
    DECISION = "decision", _("decision")
    OPINION = "opinion", _("opinion")


@dataclass(frozen=True)
class RecordForm:
    kind: str  # code of the activity kind
    decides: DecisionKind | None  # None: nothing is decided here
    sitting: Sitting | None  # by which rule of attendance and majority; None: no votes are taken
    may_submit_to_assembly: bool = False


_forms: dict[str, RecordForm] = {}


def register(forms: Iterable[RecordForm]) -> None:
    for form in forms:
        if _forms.setdefault(form.kind, form) != form:
            raise ValueError(f"two record forms for the kind {form.kind}")


def record_form(kind: str) -> RecordForm:
    return _forms[kind]
