"""Words about activities in templates."""

from django import template
from django.utils.functional import Promise

from navmark.foundation.activities import kinds, pages
from navmark.foundation.activities.models import Activity

register = template.Library()


@register.filter
def kind_title(code: str) -> str | Promise:
    return kinds.kind(code).title


@register.simple_tag
def page_of(activity: Activity) -> str:
    return pages.page_of(activity)
