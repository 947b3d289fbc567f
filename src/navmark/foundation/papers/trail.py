"""What the trail keeps of answers: 讲话主题：学雷锋 → 讲话主题：学英雄, question by question; what is sealed stays sealed."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.audit.changes import SEALED, Change, differing
from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import PaperField, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.queries import names_of

OPEN, UNDER_SEAL = "papers.answers.open", "papers.answers.sealed"


def changes_of(description: Description, before: Values, after: Values, *, on: date) -> list[Change]:
    """From what to what, for each answer in `after`, in the school's language. Two queries where people or units are named."""
    told = {key: before.get(key) for key in after}
    known = Known(on, names=names_of(description.ids_in(told) | description.ids_in(after), on=on))
    with override(settings.LANGUAGE_CODE):
        return list(_changes(description, told, after, known))


def _changes(description: Description, before: Values, after: Values, known: Known) -> Iterator[Change]:
    for key, value in after.items():
        field = description.field(key)
        if field.is_sealed:
            yield [UNDER_SEAL, *(SEALED if one is not None else "" for one in (before[key], value)), ""]
        else:
            old, new = differing(_words(field, before[key], known), _words(field, value, known))
            yield [OPEN, *(f"{field.label}：{one}" if one else "" for one in (old, new)), ""]


def _words(field: PaperField, value: Value, known: Known) -> str:
    return "" if value is None else field.words(value, known)
