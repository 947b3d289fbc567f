"""The plan on one A3 across, and as a workbook; in the school's language."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.printing.typesetting import typeset
from navmark.foundation.tables.writing import Field, Worksheet, workbook
from navmark.foundation.termplan.plan import PlanCell, PlanRow, TermPlan
from navmark.foundation.termplan.weeks import between

NARROWEST, WIDEST = 12, 24  # characters of a column
TEMPLATE = Path(__file__).parent / "typst" / "plan.typ"


def title_of(plan: TermPlan) -> str:
    with override(settings.LANGUAGE_CODE):
        return f"{plan.title}工作配档表"


def plan_pdf(plan: TermPlan) -> bytes:
    with override(settings.LANGUAGE_CODE):
        return typeset(TEMPLATE, _facts(plan))


def plan_workbook(plan: TermPlan) -> bytes:
    """A row a week, a line of a cell for each item."""
    with override(settings.LANGUAGE_CODE):
        fields = [Field("周次", width=8), Field("日期", width=20), *(Field(one.title, width=36) for one in plan.columns)]
        rows = [["", _("Through the term"), *map(_lines, plan.always.cells)]] if plan.always.filled else []
        rows += [[row.week.name, _when(row), *map(_lines, row.cells)] for row in plan.rows if row.week]
        return workbook([Worksheet("配档表", fields, rows, title=title_of(plan))])


def _facts(plan: TermPlan) -> dict[str, Any]:
    on = plan.on
    rows = [] if not plan.always.filled else [_row(_("Through the term"), [], plan.always)]
    rows += [_row(row.week.name, _head(row), row) for row in plan.rows if row.week]
    return {
        "title": title_of(plan), "left": plan.viewer.school.name, "right": f"截至{on.year}年{on.month}月{on.day}日",
        "campaigns": "；".join(
            f"{one.title}（{between(one.from_day, one.to_day or plan.term.ends)}）" for one in plan.campaigns if one.from_day
        ),
        "columns": [one.title for one in plan.columns], "widths": _widths(plan), "rows": rows, "notes": list(plan.provisional),
    }  # fmt: skip


def _widths(plan: TermPlan) -> list[int]:
    """Of each column in characters, as much as its longest line asks for and the others leave."""
    rows = [plan.always, *plan.rows]
    return [
        min(max([NARROWEST, *(len(entry.said) for row in rows for entry in row.cells[place].entries)]), WIDEST)
        for place in range(len(plan.columns))
    ]


def _row(name: str, head: list[str], row: PlanRow) -> dict[str, Any]:
    return {"name": name, "head": head, "cells": [[entry.said for entry in cell.entries] for cell in row.cells]}


def _head(row: PlanRow) -> list[str]:
    return [row.week.days, *(off.words for off in row.week.days_off)] if row.week else []


def _when(row: PlanRow) -> str:
    return "\n".join(_head(row))


def _lines(cell: PlanCell) -> str:
    return "\n".join(entry.said for entry in cell.entries)
