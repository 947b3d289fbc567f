"""A register's columns come from the papers in it; what it writes out, a table brings back through the room `tables`."""

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.in_tables import cells, columns, head, headings
from navmark.foundation.papers.tests.samples import PUPIL, TYPED, a_paper, answered, known
from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.rows import parse_rows
from navmark.foundation.tables.writing import Worksheet, workbook

PAPER = described(a_paper(*TYPED))


def test_an_exported_workbook_is_read_back_equal():
    fields = columns(PAPER, [], known())
    rows = [cells(fields, (PAPER, answered(*TYPED)), known()), cells(fields, (PAPER, answered("line")), known())]
    brought = headings(PAPER, known())

    table = read(workbook([Worksheet("登记", head(fields), rows)]), "登记.xlsx", columns=brought)
    mapping = map_headings(table, brought)

    assert mapping.is_complete and not mapping.extras
    first, second = parse_rows(table, mapping, brought).rows
    assert (first.problems, first.values) == ([], answered(*TYPED))
    assert second.values == answered("line")


def test_a_heading_is_known_by_its_other_names():
    said = {"topic": {"type": "line", "label": "讲话主题", "label_en": "Topic", "aliases": ["题目"]}}
    (column,) = headings(described(said), known())
    assert column.aliases == ("题目", "Topic")


def test_sealed_answers_leave_only_where_they_are_asked_for():
    paper = described({"child": {"type": "person", "label": "主讲", "of": "pupils"}})
    filled = (paper, {"child": PUPIL})
    assert columns(paper, [filled], known()) == []
    assert cells(columns(paper, [filled], known(), sealed=True), filled, known()) == ["陈思"]


def test_a_retired_question_has_a_column_while_somebody_answered_it():
    paper = described({"old": {"type": "line", "label": "旧题", "retired": "2026-01-01"}})
    assert columns(paper, [(paper, {})], known()) == []
    assert [one.label for one in columns(paper, [(paper, {"old": "有"})], known())] == ["旧题"]


def test_each_answer_reads_as_its_own_edition_says():
    old = described({"form": {"type": "choice", "label": "形式", "choices": {"film": "看电影"}}})
    new = described({"form": {"type": "choice", "label": "形式", "choices": {"film": "观影"}}})
    assert cells(columns(new, [], known()), (old, {"form": "film"}), known()) == ["看电影"]


def test_a_list_for_people_says_a_small_table_in_words():
    asked = {
        "type": "rows",
        "label": "学习计划",
        "columns": {"what": {"type": "line", "label": "内容"}, "how": {"type": "line", "label": "形式"}},
    }
    paper = described({"plan": asked})
    filled = (paper, {"plan": ({"what": "党章", "how": "研讨"},)})
    fields = columns(paper, [filled], known())
    assert cells(fields, filled, known()) == ["党章|研讨"]
    assert cells(fields, filled, known(), to_read=True) == ["党章；研讨"]
    assert cells(fields, (paper, {}), known(), to_read=True) == [None]
