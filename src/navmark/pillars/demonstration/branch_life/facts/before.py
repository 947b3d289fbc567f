"""Records locked while lecture, themed day and yearly meetings had tables of their own print from the facts of that day."""

from collections.abc import Iterator, Mapping
from typing import Any

from navmark.foundation.papers.said import Said
from navmark.pillars.demonstration.branch_life.sheets.lessons import SEGMENTS

Facts = Mapping[str, Any]
TEXTS = {
    "lecture": (("outline", "内容提纲"), ("discussion", "讨论"), ("make_up", "缺席补课"), ("script", "附讲稿")),
    "theme_day": (("account", "纪实"), ("agreed", "议定事项")),
    "preparation": (("study", "集中学习"), ("opinions", "征求意见"), ("talks", "谈心谈话")),
    "review": (("own", "个人自评"), ("mutual", "党员互评"), ("opinion", "支部委员会评定意见")),
}
COUNTS = {"full": "apart", "probationary": "others"}
OWED = ("own", "mutual")


def paper_before(stored: Facts) -> tuple[Said, ...]:
    """The answers in a snapshot of that time; none in one of today, or of a kind that had no such table."""
    return tuple(one for name in TEXTS if stored.get(name) for one in _of(name, stored[name], stored.get("theme", "")))


def head_before(stored: Facts) -> Facts:
    """Its counts by their names of today."""
    counts = {name: _renamed(stored.get(name) or {}) for name in ("expected", "present")}
    return {**stored, **counts}


def _renamed(count: Facts) -> Facts:
    return {COUNTS.get(name, name): number for name, number in count.items()}


def _of(name: str, facts: Facts, theme: str) -> Iterator[Said]:
    if name == "lecture":
        yield from (Said(key, label, facts[key]) for key, label in (("lecturer", "授课人"), ("post", "职务")))
        yield Said("topic", "题目", facts["topic"] or theme, width=4)
        yield from (Said(key, label, facts[key]) for key, label in (("form", "形式"), ("hours", "学时")))
    if name == "theme_day":
        for key, label in (("dues_expected", "党费应交"), ("dues_paid", "党费已交")):
            yield Said(key, label, "" if facts[key] is None else f"{facts[key]}人")
        for key, label in (("fixed", "规定环节"), ("optional", "自选环节")):
            rows = tuple((one["name"], one["topic"], one["leader"]) for one in facts[key])
            yield Said(key, label, form="rows", columns=SEGMENTS, rows=rows)
    if name == "preparation":
        yield Said("before", "会前准备", form="heading")
    yield from (Said(key, label, facts.get(key, ""), form="text", owed=key in OWED) for key, label in TEXTS[name])
