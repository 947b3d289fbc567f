"""The text for the group: what a notice asks for, of whom, until when. In the school's language, whatever that of the page."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.registers.models import Entry
from navmark.foundation.ui.dates import cn_date
from navmark.pillars.demonstration.superior_notices.queries import OpenAsk
from navmark.pillars.demonstration.superior_notices.reading import ReadNotice


def for_the_group(notice: Entry, asks: Iterable[OpenAsk], found: ReadNotice) -> str:
    """Of what is still open; empty where nothing is."""
    still = [one for one in asks if one.entry.closed_at is None]
    if not still:
        return ""
    with override(settings.LANGUAGE_CODE):
        source = " ".join(filter(None, (found.issuer, found.number)))
        lines = [f"{n}. {one.entry.title}：{_who(one)}，{cn_date(one.due)}前" for n, one in enumerate(still, start=1)]
        return "\n".join([f"【{notice.title}】", *([source] if source else []), *lines])


def _who(one: OpenAsk) -> str:
    return one.entry.owner.name if one.entry.owner else ""
