"""What a paper says in print: short answers in the record's form, each paragraph and table a chapter; frozen as plain values."""

from dataclasses import dataclass
from datetime import date

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.said import Said, chapters, form_rows, said
from navmark.foundation.printing.chapters import NOTHING
from navmark.foundation.printing.sheet import RuledTable, Text
from navmark.foundation.printing.storing import from_facts, to_facts

TABLE = {"type": "rows", "label": "环节", "lines": 2, "shares": [3, 7, 3]}
COLUMNS = {name: {"type": "line", "label": label} for name, label in (("name", "名称"), ("topic", "内容"), ("leader", "主讲"))}
PAPER = described(
    {
        "form": {"type": "line", "label": "形式"},
        "hours": {"type": "number", "label": "学时", "unit": "节"},
        "outline": {"type": "paragraph", "label": "提纲", "lines": 8},
        "said": {"type": "paragraph", "label": "自评", "lines": 5, "required": "before"},
        "segments": TABLE | {"columns": COLUMNS},
        "before": {"type": "heading", "label": "会前准备"},
        "study": {"type": "paragraph", "label": "学习", "lines": 1},
        "opinions": {"type": "paragraph", "label": "意见", "lines": 1},
    }
)
KNOWN = Known(date(2026, 11, 20))


def test_short_answers_share_a_line_of_the_form():
    rows = form_rows(said(PAPER, {"form": "讲授"}, KNOWN))
    assert [[(one.label, one.value) for one in row] for row in rows] == [[("形式", "讲授"), ("学时", "")]]


def test_an_unfinished_record_leaves_room_for_the_pen():
    found = dict(chapters(said(PAPER, {}, KNOWN), finished=False))

    assert list(found) == ["提纲", "自评", "环节", "会前准备"]
    assert found["提纲"] == [Text("", ruled=8)] and found["环节"][0].least == 2
    assert [one.lead for one in found["会前准备"]] == ["学习：", "意见："]


def test_a_finished_record_says_none_but_never_of_what_it_asks_for():
    found = dict(chapters(said(PAPER, {"study": "三次"}, KNOWN), finished=True))

    assert found["提纲"] == found["环节"] == NOTHING
    assert found["自评"] == [Text("", ruled=2)]
    assert found["会前准备"] == [Text("三次", lead="学习：", ruled=1)]


def test_a_table_shares_the_line_as_it_says_and_its_sentences_stand_left():
    paper = said(PAPER, {"segments": ({"name": "学习"},)}, KNOWN)
    (table,) = dict(chapters(paper, finished=True))["环节"]

    assert isinstance(table, RuledTable) and table.rows == (("学习", "无", "无"),)
    assert [(one.width, one.centred) for one in table.columns] == [(36, True), (84, False), (36, True)]


def test_it_is_the_same_again_from_what_was_frozen():
    @dataclass(frozen=True)
    class Frozen:
        paper: tuple[Said, ...]

    frozen = Frozen(said(PAPER, {"form": "讲授", "segments": ({"name": "学习"},)}, KNOWN))
    assert from_facts(Frozen, to_facts(frozen)) == frozen
