from django.core.files.uploadedfile import SimpleUploadedFile

from navmark.foundation.tables.forms import AnswersForm, MappingForm, UploadForm
from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.preview import Question, Report, ReportLine, RowOutcome

from .builders import COLUMNS, table, xlsx


def upload(content=b"", pasted="", name="a.xlsx"):
    files = {"file": SimpleUploadedFile(name, content)} if content else {}
    return UploadForm({"pasted": pasted}, files, columns=COLUMNS)


def test_reads_the_file_or_the_paste():
    by_file, by_paste = upload(xlsx(("甲", [["姓名"], ["张三"]]))), upload(pasted="姓名\t性别\n张三\t男")

    assert by_file.is_valid() and by_file.table.rows == [["姓名"], ["张三"]]
    assert by_paste.is_valid() and by_paste.table.rows == [["姓名", "性别"], ["张三", "男"]]


def test_wants_one_of_them():
    assert upload().non_field_errors() == ["Choose a file or paste a table: one of them."]
    assert upload(b"x", "y").non_field_errors() == ["Choose a file or paste a table: one of them."]


def test_says_at_the_field_why_a_file_is_refused():
    form = upload(b"%PDF-1.7", name="a.pdf")

    assert not form.is_valid()
    assert "This is a PDF, not a table" in form.errors["file"][0]


MAPPING = map_headings(table(["名字", "联系电话", "手机号码"], ["张三", "1", "2"]), COLUMNS)


def choose(**chosen):
    return MappingForm({f"column-{place[1:]}": key for place, key in chosen.items()}, mapping=MAPPING, columns=COLUMNS)


def test_opens_with_what_was_found_and_points_at_what_is_unclear():
    form = MappingForm(mapping=MAPPING, columns=COLUMNS)

    assert [(field.label, field.initial) for field in form] == [("名字", ""), ("联系电话", ""), ("手机号码", "phone")]
    assert "not clear" in form.fields["column-1"].help_text


def test_takes_a_persons_choice():
    form = choose(_0="name", _1="phone", _2="")

    assert form.is_valid()
    assert form.mapping.keys == {"名字": "name", "联系电话": "phone", "手机号码": ""}


def test_refuses_two_headings_for_one_column_and_asks_for_the_missing():
    twice, missing = choose(_0="name", _1="phone", _2="phone"), choose(_0="", _1="phone", _2="")

    assert set(twice.errors) == {"column-1", "column-2"}
    assert missing.non_field_errors() == ["Say which heading holds: 姓名."]


def test_asks_who_is_who():
    question = Question("Which 张伟?", (("7", "张伟, 语文"), ("new", "Another person")))
    lines = (
        ReportLine(4, "张伟", RowOutcome.QUESTION, question=question, place="4"),
        ReportLine(5, "李四", RowOutcome.PROBLEM),
        ReportLine(6, "张伟", RowOutcome.QUESTION, question=question),
    )
    form = AnswersForm({"row-4": "7", "row-6": ""}, report=Report(lines, {}))

    assert list(form.fields) == ["row-4", "row-6"]
    assert form.fields["row-4"].label == "Row 4 · 张伟: Which 张伟?"
    assert form.is_valid() and form.answers == {4: "7"}
