"""The text that whoever keeps an occasion copies into the group: polite, complete, naming nobody who is behind.

In the school's language, because the group is, whatever the reader's screen says.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from uuid import UUID

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.part_papers import PartPaper, papers_of
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing.wording import numeral
from navmark.foundation.ui.dates import cn_span

Agendas = Callable[[Activity], Mapping[UUID, Sequence[str]]]  # part's id -> what will be gone through, in its order
_agendas: list[Agendas] = []


def told_by(agendas: Agendas) -> Agendas:
    """What a room above knows of the agenda of each part."""
    _agendas.append(agendas)
    return agendas


def text_for(activity: Activity, *, moved: bool = False) -> str:
    """Before it begins its notice, else what has changed. What two keep between them goes to no group."""
    if activity.is_private or activity.state == ActivityState.HELD:
        return ""
    if activity.state == ActivityState.CANCELLED:
        return cancelled_text(activity)
    return moved_text(activity) if moved else group_text(activity)


def who_comes(activity: Activity) -> str:
    """支委会委员, 全体党员; those of a unit by its name. The parts of one gathering expect the same people."""
    called = (kind(part.kind).called for part in activity.parts.all())
    return next(filter(None, called), name_on(activity.unit, activity.day))


def group_text(activity: Activity) -> str:
    """One line a fact, empty facts left out."""
    with override(settings.LANGUAGE_CODE):
        lines = [
            f"【{activity.title}】",
            f"时间：{cn_span(activity.starts_at, activity.ends_at)}",
            f"地点：{activity.place}" if activity.place else "",
            f"范围：{who_comes(activity)}",
            *_contents(activity),
            f"主持：{activity.host.name}" if activity.host else "",
            "如不能到会，请提前向记录人说明原因。谢谢大家。",
        ]
    return "\n".join(line for line in lines if line)


def moved_text(activity: Activity) -> str:
    with override(settings.LANGUAGE_CODE):
        lines = [
            f"【改期通知】{activity.title}",
            f"改到：{cn_span(activity.starts_at, activity.ends_at)}",
            f"地点：{activity.place}" if activity.place else "",
            f"范围：{who_comes(activity)}",
            "请以本通知为准，互相转告。谢谢大家。",
        ]
    return "\n".join(line for line in lines if line)


def cancelled_text(activity: Activity) -> str:
    """Why, is for the record."""
    what = kind(next(iter(activity.parts.all())).kind).named
    with override(settings.LANGUAGE_CODE):
        when = cn_span(activity.starts_at, activity.ends_at)
        return f"【取消通知】{activity.title}\n原定{when}的{what}取消，另行通知时间。\n请互相转告。谢谢大家。"


def _contents(activity: Activity) -> Iterator[str]:
    """Theme and items; where one gathering has several parts, each under its name."""
    parts, papers = list(activity.parts.all()), papers_of(activity)
    agendas = [agenda(activity) for agenda in _agendas]
    several = len(parts) > 1
    for number, part in enumerate(parts, start=1):
        title = kind(part.kind).named
        if several:
            yield f"{numeral(number)}、{title}：{part.topic}" if part.topic else f"{numeral(number)}、{title}"
        items = [item for agenda in agendas for item in agenda.get(part.pk, ())] or _rows(part, papers)
        if part.topic and not several and part.topic not in items:
            yield f"主题：{part.topic}"
        yield "" if several or not items else "议程："
        yield from (f"{place}. {item}" for place, item in enumerate(items, start=1))


def _rows(part: Part, papers: Mapping[UUID, PartPaper]) -> list[str]:
    """Of a day without agenda the rows of its paper: what each is about, else how it is called."""
    said = papers[part.pk].said if part.pk in papers else ()
    return [next(filter(None, row[1:2]), row[0]) for one in said for row in one.rows]
