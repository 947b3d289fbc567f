"""Hours as they are read: 1.5 and 30, never 30.0."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def hours(count: Decimal | None, otherwise: str = "") -> str:
    return f"{count.normalize():f}" if count else otherwise
