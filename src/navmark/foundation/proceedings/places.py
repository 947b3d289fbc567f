"""Where a finding of the self-check is mended."""

from django.db.models import Model


def at_item(item: Model) -> str:
    return f"#item-{item.pk}"


def at_part(part: Model) -> str:
    return f"#part-{part.pk}"
