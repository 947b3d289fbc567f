"""What each of two rows holds, by kind; and of which things both hold one."""

from collections import Counter
from collections.abc import Iterable

from django.db import models
from django.db.models import Count

from navmark.foundation.people.merging.memory import rows_of
from navmark.foundation.people.merging.pointers import bare_ids, keys_to
from navmark.foundation.people.merging.terms import term_of
from navmark.foundation.people.models import Person


def holdings(kept: Person, gone: Person) -> list[tuple[str, int, int]]:
    """(what, how many the one holds, how many the other): offices, turns, entries ... One query a key."""
    found: dict[str, Counter] = {}
    owing = [field for field in bare_ids() if field.name == "subject_id"]
    for field in (*keys_to(Person), *owing):
        counted = rows_of(field.model).filter(**{f"{field.attname}__in": (kept.pk, gone.pk)}).order_by()
        numbers = dict(counted.values_list(field.attname).annotate(Count("pk")))
        if numbers:
            found.setdefault(term_of(field.model), Counter()).update(numbers)
    return [(term, numbers[kept.pk], numbers[gone.pk]) for term, numbers in found.items()]


def met_in_words(met: Iterable[tuple[models.Model, models.Model]]) -> list[str]:
    """到会登记：十一月支部党员大会: where both stood, and one stands now."""
    return list(dict.fromkeys(f"{term_of(type(one))}{_where(one)}" for one, _other in met))


def _where(row: models.Model) -> str:
    keys = [field for field in row._meta.concrete_fields if field.related_model not in (None, Person) and field.name != "school"]
    told = [str(getattr(row, field.name)) for field in keys if getattr(row, field.attname)]
    return f"：{told[0]}" if told else ""
