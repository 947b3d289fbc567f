"""A week as a text for the group, in the school's language: what the whole staff may read."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import get_language, override

from navmark.foundation.termplan.items import CellEntry
from navmark.foundation.termplan.plan import TermPlan, plan_of
from navmark.foundation.termplan.weeks import TermWeek


def text_of(plan: TermPlan, week: TermWeek) -> str:
    """`plan` as it was gathered for the page; in another language it is gathered again."""
    is_spoken = (get_language() or "").startswith("zh")
    with override(settings.LANGUAGE_CODE):
        told = plan if is_spoken else plan_of(plan.viewer, term=plan.key, week=week.key)
        return "\n".join(_said(told.for_all(), week))


def _said(plan: TermPlan, week: TermWeek) -> Iterator[str]:
    row = plan.row_of(week.key)
    week = row.week if row and row.week else week
    yield f"【{week.name}工作安排】{week.days}"
    if week.days_off:
        yield "；".join(off.words for off in week.days_off)
    cells = row.filled if row else []
    for cell in cells:
        yield f"{cell.title}："
        yield from (f"{number}. {_entry(entry)}" for number, entry in enumerate(cell.entries, start=1))
    if not cells:
        yield "本周暂无安排。"


def _entry(entry: CellEntry) -> str:
    """周五16:30 升旗仪式：节约（操场）."""
    item = entry.first
    if not item.when:
        return entry.said
    hour, _blank, place = item.when.partition(" ")
    words = f"{item.weekday}{hour} {item.words}"
    beside = "，".join(filter(None, (item.note, place)))
    return f"{words}（{beside}）" if beside else words
