"""Several worksheets as one table."""

from navmark.foundation.tables.findings import findings
from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.rows import parse_rows
from navmark.foundation.tables.table import Table

from .builders import COLUMNS, xlsx


def stacked(*worksheets, **options):
    return read(xlsx(*worksheets, **options), "a.xlsx", columns=COLUMNS)


def rows_of(table):
    return parse_rows(table, map_headings(table, COLUMNS), COLUMNS).rows


FIRST = ("一班", [["姓名", "性别"], ["甲", "男"]])


def test_columns_meet_below_their_headings_whatever_their_order():
    table = stacked(FIRST, ("二班", [["名单"], ["性别", "住址", "姓名"], ["女", "东街", "乙"]]))

    first, second = rows_of(table)
    assert second.values == {"name": "乙", "sex": "female"} and second.extras == {"住址": "东街"}
    assert (first.place, second.place, second.origin.title) == ("2（一班）", "3（二班）", "名单")


def test_a_worksheet_without_the_list_and_a_hidden_one_are_named():
    table = stacked(FIRST, ("说明", [["先看这里"]]), ("旧", [["姓名", "性别"], ["丙", "男"]]), hidden=("旧",))

    assert [row.values["name"] for row in rows_of(table)] == ["甲"]
    words = list(findings(table, map_headings(table, COLUMNS)))
    assert ["说明" in words[0], "旧" in words[1], len(words)] == [True, True, 2]


def test_a_cell_merged_downwards_speaks_for_its_rows_in_the_second_too():
    lines = [["班级", "姓名"], ["一年级1班", "乙"], [None, "丙"]]
    table = stacked(("二", lines), FIRST, merges=("A2:A3",))

    assert [row.values.get("klass") and row.values["klass"].number for row in rows_of(table)] == [1, 1, None]


def test_it_survives_being_stored():
    table = stacked(FIRST, ("二班", [["姓名", "性别"], ["乙", "女"]]))

    assert Table.from_json(table.as_json()) == table


def test_what_an_older_version_stored_is_read():
    stored = {"name": "a.xlsx", "rows": [["姓名"], ["甲"]], "sheet": "一", "sheets": ["一"], "merges": []}

    assert (Table.from_json(stored).worksheet, Table.from_json(stored).place_of(1)) == ("一", "2")
