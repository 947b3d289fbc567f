"""How the questions of one edition become those of the next: nothing that was ever asked is lost.

A field that the new description leaves out is retired, a choice that it leaves out is kept as gone. What comes back is there
again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.refusals import OtherType
from navmark.foundation.papers.types.choices import Choice
from navmark.foundation.papers.types.rows import Rows


class EditionChange(StrEnum):
    ASKED = "asked"
    RETIRED = "retired"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        return {"asked": _("asked from now on"), "retired": _("no longer asked"), "changed": _("asked otherwise")}[self.value]


@dataclass(frozen=True)
class Difference:
    """One question, by its label, and what became of it."""

    label: str
    change: EditionChange


def carried_on(new: Description, old: Description, *, on: date) -> Description:
    """The new description with what the old one asked and it does not. Raises OtherType where a key changes its type."""
    return Description(tuple(_together(new, old, on)))


def _together(new: Description, old: Description, on: date) -> Iterator[PaperField]:
    for field in new.fields:
        before = old.by_key.get(field.key)
        yield field if before is None else _after(field, before, on)
    for field in old.fields:
        if field.key not in new.by_key:
            yield field if field.retired else replace(field, retired=on)


def _after(field: PaperField, before: PaperField, on: date) -> PaperField:
    if field.type != before.type:
        raise OtherType(before.label, was=before.type, wanted=field.type)
    if isinstance(field, Choice) and isinstance(before, Choice):
        offered = dict(field.choices)
        return replace(field, gone=tuple(pair for pair in before.labels.items() if pair[0] not in offered))
    if isinstance(field, Rows) and isinstance(before, Rows):
        return replace(field, columns=carried_on(Description(field.columns), Description(before.columns), on=on).fields)
    return field


def differences(new: Description, old: Description) -> list[Difference]:
    """What somebody should know before answers go on under newer questions: label by label."""
    told = []
    for field in new.fields:
        before = old.by_key.get(field.key)
        if before is None or (before.retired and not field.retired):
            told.append(Difference(field.name, EditionChange.ASKED))
        elif field.retired and not before.retired:
            told.append(Difference(field.name, EditionChange.RETIRED))
        elif field != before:
            told.append(Difference(field.name, EditionChange.CHANGED))
    return told
