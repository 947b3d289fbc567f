"""What a kind of row is called to people: by its model, which opens with the Chinese term."""

import re

from django.db import models
from django.utils.translation import get_language

_TERM = re.compile(r"[一-鿿]+")


def term_of(model: type[models.Model]) -> str:
    found = _TERM.match(model.__doc__ or "")
    return found.group() if found and (get_language() or "zh").startswith("zh") else str(model._meta.verbose_name)
