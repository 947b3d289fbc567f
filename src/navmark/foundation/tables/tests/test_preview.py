from json import dumps, loads

import pytest

from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.preview import Change, Question, Report, RowOutcome, RowVerdict, commit, preview
from navmark.foundation.tables.refusals import TableRefused
from navmark.foundation.tables.rows import Problem, parse_rows

from .builders import COLUMNS, table

SAME_PERSON = Question("The same 张伟 as before?", (("yes", "Yes"), ("no", "No, another person")))


class Book:
    """The smallest room that keeps people: sex by name."""

    def __init__(self, **people):
        self.people = people

    def match(self, row):
        name, sex = row.values["name"], row.values.get("sex", "")
        if name == "张伟":
            return RowVerdict(RowOutcome.QUESTION, question=SAME_PERSON)
        if name == "禁止":
            return RowVerdict(RowOutcome.NEW, problems=(Problem("姓名", "not this one"),))
        if name not in self.people:
            return RowVerdict(RowOutcome.NEW)
        if self.people[name] == sex:
            return RowVerdict(RowOutcome.UNCHANGED)
        return RowVerdict(RowOutcome.CHANGED, (Change("性别", self.people[name], sex),))

    def write(self, rows):
        self.people |= {row.values["name"]: row.values.get("sex", "") for row in rows}
        return len(rows)


def read(*rows):
    found = table(["姓名", "性别"], *rows)
    return parse_rows(found, map_headings(found, COLUMNS), COLUMNS)


def look(book, parsed):
    return preview(
        parsed,
        book.match,
        about=lambda row: row.values.get("name", ""),
        keys=lambda row: [row.values["name"]] if "name" in row.values else [],
    )


def test_tells_what_each_row_would_do():
    report = look(
        Book(甲="male", 乙="male"), read(["甲", "男"], ["乙", "女"], ["丙", "女"], ["张伟", "男"], ["丁", "?"], ["禁止", "男"])
    )

    assert [line.outcome for line in report.lines] == ["unchanged", "changed", "new", "question", "problem", "problem"]
    assert report.lines[1].changes == (Change("性别", "male", "female"),)
    assert report.lines[3].question == SAME_PERSON
    assert report.lines[5].messages == ("姓名: not this one",)
    assert report.counts == {"new": 1, "changed": 1, "unchanged": 1, "problem": 2, "question": 1}
    assert not report.ready


def test_finds_two_rows_about_the_same():
    report = look(Book(), read(["甲", "男"], ["乙", "女"], ["甲", "男"]))

    assert [line.outcome for line in report.lines] == ["new", "new", "problem"]
    assert report.lines[2].messages == ("This row is about the same as row 2; keep one of them.",)


def test_writes_new_and_changed_rows_and_nothing_else():
    book, parsed = Book(甲="male", 乙="male"), read(["甲", "男"], ["乙", "女"], ["丙", "女"])

    assert commit(look(book, parsed), look(book, parsed), parsed, book.write) == 2
    assert book.people == {"甲": "male", "乙": "female", "丙": "female"}


def test_a_repeat_changes_nothing():
    book, parsed = Book(), read(["甲", "男"], ["乙", "女"])
    commit(look(book, parsed), look(book, parsed), parsed, book.write)

    again = look(book, parsed)

    assert again.changes_nothing
    assert commit(again, again, parsed, book.write) == 0


@pytest.mark.parametrize("spoilt", [["丁", "?"], ["张伟", "男"]])
def test_writes_nothing_while_one_row_is_open(spoilt):
    book, parsed = Book(), read(["甲", "男"], spoilt)
    report = look(book, parsed)

    with pytest.raises(TableRefused, match="some rows still need correction or an answer"):
        commit(report, report, parsed, book.write)

    assert book.people == {}


def test_writes_nothing_when_the_answer_is_no_longer_the_one_that_was_shown():
    book, parsed = Book(), read(["甲", "男"])
    shown = look(book, parsed)
    book.people["甲"] = "female"

    with pytest.raises(TableRefused, match="Look at the preview again"):
        commit(shown, look(book, parsed), parsed, book.write)

    assert book.people == {"甲": "female"}


def test_a_sheet_without_rows_is_not_ready():
    assert not look(Book(), read()).ready


def test_can_be_stored_between_steps():
    report = look(Book(乙="male"), read(["甲", "男"], ["乙", "女"], ["张伟", ""], ["丁", "?"], ["合计", "4"]))

    stored = Report.from_json(loads(dumps(report.as_json())))

    assert stored == report
    assert stored.notes == {"6": "合计 4"}
    assert stored.digest == report.digest
