"""Template words of the interface: icons, dates, punctuation."""

from datetime import datetime
from functools import cache
from typing import Any

from django import template
from django.forms import BaseForm
from lucide.templatetags.lucide import lucide

from navmark.foundation.ui import dates, marks

register = template.Library()
register.filter("cn_date", dates.cn_date)
register.filter("cn_month", dates.cn_month)
register.filter("cn_day", dates.cn_day)
register.filter("cn_datetime", dates.cn_datetime)
register.filter("bracketed", marks.bracketed)
register.simple_tag(dates.cn_days, name="cn_days")
register.filter("headed", marks.headed)
register.filter("mark", marks.mark)


@register.simple_tag
@cache
def icon(name: str, size: int = 20) -> str:
    """A line icon that accompanies a word; readers do not hear it. Drawn once a process: a page has a dozen of them."""
    return lucide(name, size=size, aria_hidden="true", focusable="false", **{"class": "icon"})


@register.inclusion_tag("ui/offered.html")
def offered(form: BaseForm) -> dict[str, Any]:
    """The words that the fields of a form offer while one types (`offered`: the id of their list, the words), each list once."""
    pairs = [field.offered for field in form.fields.values() if hasattr(field, "offered")]
    return {"lists": dict(pairs).items()}


@register.simple_tag
def cn_span(start: datetime | None, end: datetime | None) -> str:
    return dates.cn_span(start, end)
