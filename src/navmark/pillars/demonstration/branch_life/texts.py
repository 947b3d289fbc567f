"""The text that a clerk copies into the group: polite, complete, naming nobody who is behind."""

from collections.abc import Iterator

from django.utils.translation import override

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.part_papers import PartPaper, papers_of
from navmark.foundation.people.models import UnitKind
from navmark.foundation.printing.wording import numeral
from navmark.foundation.ui.dates import cn_span
from navmark.pillars.demonstration.branch_life.kinds import is_of_committee


def group_text(activity: Activity) -> str:
    """Chinese, because the group is; one line a fact, empty facts left out."""
    with override("zh-hans"):
        lines = [
            f"【{activity.title}】",
            f"时间：{cn_span(activity.starts_at, activity.ends_at)}",
            f"地点：{activity.place}" if activity.place else "",
            f"范围：{_who_comes(activity)}",
            *_contents(activity),
            f"主持：{activity.host.name}" if activity.host else "",
            "如不能到会，请提前向记录人说明原因。谢谢大家。",
        ]
    return "\n".join(line for line in lines if line)


def moved_text(activity: Activity) -> str:
    """What a clerk copies into the group after a meeting was moved."""
    with override("zh-hans"):
        lines = [
            f"【改期通知】{activity.title}",
            f"改到：{cn_span(activity.starts_at, activity.ends_at)}",
            f"地点：{activity.place}" if activity.place else "",
            f"范围：{_who_comes(activity)}",
            "请以本通知为准，互相转告。谢谢大家。",
        ]
    return "\n".join(line for line in lines if line)


def cancelled_text(activity: Activity) -> str:
    """And after one was cancelled; why, is for the record."""
    with override("zh-hans"):
        when = cn_span(activity.starts_at, activity.ends_at)
        return f"【取消通知】{activity.title}\n原定{when}的会议取消，另行通知时间。\n请互相转告。谢谢大家。"


def _who_comes(activity: Activity) -> str:
    if is_of_committee(activity):
        return "支委会委员"
    return activity.unit.name if activity.unit.kind == UnitKind.PARTY_GROUP else "全体党员"


def _contents(activity: Activity) -> Iterator[str]:
    """Theme and items; where one gathering has several parts, each under its name."""
    parts, papers = list(activity.parts.all()), papers_of(activity)
    several = len(parts) > 1
    for number, part in enumerate(parts, start=1):
        title = str(activity_kinds.kind(part.kind).title)
        if several:
            yield f"{numeral(number)}、{title}：{part.topic}" if part.topic else f"{numeral(number)}、{title}"
        items = _items(part, papers.get(part.pk))
        if part.topic and not several and part.topic not in items:
            yield f"主题：{part.topic}"
        yield "" if several or not items else "议程："
        yield from (f"{place}. {item}" for place, item in enumerate(items, start=1))


def _items(part: Part, paper: PartPaper | None) -> list[str]:
    """The agenda; of a day that has none, its segments."""
    values = paper.values if paper else {}
    rows = [*(values.get("fixed") or ()), *(values.get("optional") or ())]
    return [item.title for item in part.items.all()] or [one.get("topic") or one.get("name", "") for one in rows]
