"""What stands in the plan by its own words: campaigns, and the lines of the keeper. Both are few, and read in one statement."""

from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, DateField, F, IntegerField, Q, QuerySet, UUIDField, Value

from navmark.foundation.links.models import Tag
from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.models import PlanLine


class TypedLine(NamedTuple):
    """`column`: its code; none: the other work. `owner`: her name."""

    pk: UUID
    week: str
    column: str
    words: str
    owner: str


class OwnWords(NamedTuple):
    campaigns: list[Tag]
    lines: list[TypedLine]


def typed(asked: PlanAsked) -> OwnWords:
    """Campaigns that run within the term, in their order, and the lines in its weeks. One query."""
    campaigns, lines = [], []
    for line, week, code, words, beside, starts, ends, position in _campaigns(asked).union(_lines(asked), all=True):
        if line is None:
            campaigns.append(Tag(code=code, position=position, title=words, title_en=beside, from_day=starts, to_day=ends))
        else:
            lines.append(TypedLine(line, week, code or "", words, beside or ""))
    return OwnWords(sorted(campaigns, key=lambda one: (one.position, one.code)), lines)


def _campaigns(asked: PlanAsked) -> QuerySet[Any, Any]:
    first, last = asked.span
    rows = Tag.objects.filter(Q(to_day=None) | Q(to_day__gte=first), from_day__lte=last).order_by()
    columns = {
        "a_line": Value(None, UUIDField()), "b_week": Value("", CharField()), "c_code": F("code"), "d_words": F("title"),
        "e_beside": F("title_en"), "f_from": F("from_day"), "g_to": F("to_day"), "h_position": F("position"),
    }  # fmt: skip
    return _rows(rows, columns)


def _lines(asked: PlanAsked) -> QuerySet[Any, Any]:
    rows = PlanLine.objects.filter(week__startswith=f"{asked.term.period.key}-W", removed_at=None).order_by()
    columns = {
        "a_line": F("pk"), "b_week": F("week"), "c_code": F("column__code"), "d_words": F("words"), "e_beside": F("owner__name"),
        "f_from": Value(None, DateField()), "g_to": Value(None, DateField()), "h_position": Value(0, IntegerField()),
    }  # fmt: skip
    return _rows(rows, columns)


def _rows(rows: QuerySet[Any, Any], columns: dict[str, Any]) -> QuerySet[Any, Any]:
    return rows.annotate(**columns).values_list(*columns)
