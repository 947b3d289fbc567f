"""Texts that stand nearly the same in an earlier record."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.places import at_item
from navmark.foundation.records.findings import SelfCheckFinding

ALIKE = 0.92
WORTH_COMPARING = 40  # characters; shorter texts are formulas
LOOK_BACK = 24  # earlier parts of the same kind and unit


def about_copies(part: Part, items: list[AgendaItem]) -> Iterator[SelfCheckFinding]:
    earlier = _earlier_texts(part)
    for item in items:
        for text in (item.points, *(speech.text for speech in item.spoken)):
            twin = next((title for title, old in earlier if _alike(text, old)), None)
            if twin is not None:
                words = _("A text under “%(title)s” is nearly the same as one in “%(twin)s”. Write what was said this time.")
                yield SelfCheckFinding(f"copied-{item.pk}", words % {"title": item.title, "twin": twin}, at=at_item(item))
                break


def _earlier_texts(part: Part) -> list[tuple[str, str]]:
    activity = part.activity
    parts = Part.objects.filter(kind=part.kind, activity__unit=activity.unit, activity__starts_at__lt=activity.starts_at)
    recent = list(parts.order_by("-activity__starts_at").values_list("pk", flat=True)[:LOOK_BACK])
    rows = AgendaItem.objects.filter(part__in=recent).select_related("part__activity").prefetch_related("speeches")
    return [
        (f"{row.part.activity.day:%Y-%m-%d} {row.title}", text)
        for row in rows
        for text in (row.points, *(speech.text for speech in row.spoken))
    ]


def _alike(new: str, old: str) -> bool:
    if min(len(new), len(old)) < WORTH_COMPARING:
        return False
    matcher = SequenceMatcher(None, new, old, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
