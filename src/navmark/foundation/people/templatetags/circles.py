"""Circles in words, for whoever is told who else reads a page."""

from typing import Any

from django import template

from navmark.foundation.people.circles import circle
from navmark.foundation.people.models.unit import OF_THE_PARTY

register = template.Library()


@register.simple_tag(takes_context=True)
def circles(context: dict[str, Any], *codes: str) -> str:
    """书记、党务干事、系统管理员; in a school without a branch 系统管理员 alone."""
    known = map(circle, codes)
    return "、".join(str(one.label) for one in known if context["viewer"].has_branch or not set(one.around) <= set(OF_THE_PARTY))
