"""The tags of the school, read once while its door is open."""

from datetime import date

from navmark.foundation.links.models import Tag
from navmark.foundation.tenancy.scope import forget, remembered

ROWS = "links.tags"


def tags() -> tuple[Tag, ...]:
    """In their order, those too that are offered no more."""
    return remembered(ROWS, lambda: tuple(Tag.objects.order_by("position", "code")))


def tags_on(day: date) -> tuple[Tag, ...]:
    """What something of that day may carry."""
    return tuple(one for one in tags() if one.is_open_on(day))


def renew() -> None:
    """The school's rows have changed."""
    forget(ROWS)
