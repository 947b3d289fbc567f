"""Words about activities in templates."""

from django import template
from django.utils.functional import Promise

from navmark.foundation.activities import kinds

register = template.Library()


@register.filter
def kind_title(code: str) -> str | Promise:
    return kinds.kind(code).title
