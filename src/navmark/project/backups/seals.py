"""Which keys the sealed fields ask for, and which of them are not here."""

from collections import Counter

from django.db.models import Count, Value
from django.db.models.functions import Greatest, StrIndex, Substr

from navmark.foundation.sealing import keys
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.project.backups import rows


def in_use() -> dict[str, int]:
    """How many sealed texts each key holds, by key id."""
    found: Counter[str] = Counter()
    for model in rows.models():
        for field in model._meta.concrete_fields:
            if isinstance(field, EncryptedTextField):
                text = rows.sealed(field)
                named = Substr(text, 1, Greatest(StrIndex(text, Value("$")) - 1, 0))
                counted = model._base_manager.annotate(key=named).exclude(key="").values_list("key").annotate(Count("pk"))
                found.update(dict(counted.order_by()))
    return dict(found)


def unreadable() -> dict[str, int]:
    """How many sealed texts wait for each key that this folder lacks."""
    return {key: count for key, count in sorted(in_use().items()) if key not in keys.read_ring(keys.folder()).fields}
