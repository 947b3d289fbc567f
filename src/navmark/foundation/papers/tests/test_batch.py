"""Rows typed in from paper are read as a table is: what is wrong stands at its row and field, and nothing typed is lost."""

from dataclasses import replace
from datetime import date

import pytest

from navmark.foundation.papers.batch import FIRST, Batch, BatchColumn
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.in_tables import headings
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.rows_field import SPARE
from navmark.foundation.tables.preview import Question, Report, ReportLine, RowOutcome
from navmark.foundation.tables.rows import parse_rows

DAY = date(2026, 11, 23)
PAPER = {
    "title": {"type": "line", "label": "题目", "required": "before"},
    "day": {"type": "date", "label": "日期", "required": "before"},
    "level": {"type": "choice", "label": "级别", "choices": ["市级", "区级"]},
    "pages": {"type": "number", "label": "页数", "unit": "页", "least": 1, "most": 9},
    "again": {"type": "line", "label": "题目"},
    "plan": {
        "type": "rows",
        "label": "计划",
        "most": 6,
        "columns": {"when": {"type": "date", "label": "日期"}, "what": {"type": "line", "label": "内容"}},
    },
}


def a_batch(**cells):
    """cell_0_title as "cell-0-title"."""
    known, apart = Known(DAY), [described({key: table}, where="x") for key, table in PAPER.items()]
    read_by = [headings(one, known)[0] for one in apart]
    columns = [
        BatchColumn(one.fields[0], replace(column, required=one.fields[0].required == "before"))
        for one, column in zip(apart, read_by, strict=True)
    ]
    posted = {name.replace("_", "-"): text for name, text in cells.items()}
    return Batch(columns, known, posted, usual={"day": DAY.isoformat()})


def read(batch):
    return parse_rows(batch.table, batch.mapping, [one.column for one in batch.columns])


def test_rows_are_read_by_the_columns_of_a_table_and_the_day_of_the_paper_stands_in():
    batch = a_batch(cell_0_title="春天里", cell_0_level="市级", cell_2_title="红烛", cell_2_day="2026-11-20", cell_2_again="又名")
    found = read(batch)

    assert not batch.tell(found)
    assert [(row.number - FIRST, row.values) for row in found.rows] == [
        (0, {"title": "春天里", "day": DAY, "level": "市级"}),
        (2, {"title": "红烛", "day": date(2026, 11, 20), "again": "又名"}),
    ]


@pytest.mark.parametrize(
    ("cells", "place", "words"),
    [
        ({"cell_1_title": "春", "cell_1_pages": "十页"}, (1, "pages"), "十"),
        ({"cell_1_title": "春", "cell_1_pages": "10"}, (1, "pages"), "9"),
        ({"cell_0_level": "市级", "cell_0_pages": "3"}, (0, "title"), ""),
        ({"cell_0_title": "春", "cell_0_day": "2026-13-40"}, (0, "day"), "2026-13-40"),
    ],
)
def test_what_is_wrong_stands_at_its_row_and_field_and_what_was_typed_stays(cells, place, words):
    batch = a_batch(**cells)
    assert batch.tell(read(batch)) and batch.count_wrong == 1

    number, key = place
    row = list(batch.rows)[number]
    cell = row.cells[list(PAPER).index(key)]
    assert cell.errors and words in "".join(cell.errors) and 'aria-invalid="true"' in cell.input
    drawn = "".join(str(one.input) for one in row.cells)
    assert all(f'value="{text}"' in drawn for text in cells.values())


def test_what_concerns_the_whole_row_and_what_is_asked_stand_there_once():
    batch = a_batch(cell_0_title="春", cell_1_title="夏", row_1="another")
    asked = Question("有一条一样的", (("same", "同一条"),))
    lines = (
        ReportLine(FIRST, "春", RowOutcome.PROBLEM, ("与上一行重复",)),
        ReportLine(FIRST + 1, "夏", RowOutcome.QUESTION, question=asked),
    )
    assert batch.tell(read(batch), Report(lines, {})) and batch.said == {FIRST + 1: "another"}

    first, second, *_others = batch.rows
    assert (first.errors, second.question, second.said, batch.count_wrong) == (("与上一行重复",), asked, "another", 2)


def test_a_small_table_is_typed_behind_a_fold_and_read_as_its_cell():
    batch = a_batch(cell_0_title="春", cell_0_plan_0_when="2026-11-20", cell_0_plan_0_what="学|习", cell_0_plan_2_what="讨论")
    found = read(batch)
    assert not batch.tell(found)
    assert found.rows[0].values["plan"] == ({"when": date(2026, 11, 20), "what": "学|习"}, {"what": "讨论"})

    wrong = a_batch(cell_0_title="春", cell_0_plan_0_what="讨论", cell_0_plan_2_when="后天")
    assert wrong.tell(read(wrong))
    first, second, *_others = wrong.rows
    (fold,), (empty,) = first.folds, second.folds
    assert fold.filled == 2 and "日期，第3行" in fold.errors[0] and len(fold.lines) == len(("讨论", "", "后天")) + SPARE
    assert 'value="讨论"' in fold.lines[0][1][1] and 'name="cell-0-plan-2-when"' in fold.lines[2][0][1]
    assert (empty.filled, empty.errors, len(empty.lines)) == (0, (), 4)  # as many as the empty sheet has
    assert "计划" not in wrong.labels
