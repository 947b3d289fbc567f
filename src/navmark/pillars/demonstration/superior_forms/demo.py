"""The form that the demo school's notice asks for: kept as it came, its blanks told once, ready to be sent."""

from datetime import date, datetime
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from navmark.foundation.people.models import Person, PostKind
from navmark.pillars.demonstration.superior_forms.actions import keep, tell
from navmark.pillars.demonstration.superior_forms.filling import asked_in
from navmark.pillars.demonstration.superior_forms.models import TYPED

TITLE = "师德师风自查情况汇总表"
SHEET = (
    (TITLE,),
    ("填报单位", "", "填报日期", ""),
    ("党组织名称", "", "书记姓名", ""),
    ("教职工人数", "", "党员人数", ""),
    ("学生人数", "", "班级数", ""),
    ("自查发现问题数", "", "谈心谈话次数", ""),
    ("主要做法", "", "下一步打算", ""),
    ("填报人", "", "联系电话", ""),
)
ASKS = {"自查发现问题数": "kept.rectification"}
SAID = {
    "谈心谈话次数": "12",
    "主要做法": "学习十项准则和负面清单，教研组逐项对照，问题列入整改台账，整改一项销号一项。",
    "下一步打算": "期末前由支委复核，结果在教工大会上通报。",
    "联系电话": "0532-55550137",
}


def build(*, since: date, at: datetime) -> None:
    clerk = Person.objects.filter(posts__kind=PostKind.CLERK).order_by("pk").first()
    assert clerk is not None
    form = keep(as_sent(), title="", by=clerk, at=at)
    blanks = {one.place: one.label for one in asked_in(form).blanks}
    sources = {place: ASKS.get(label) or form.sources[place] for place, label in blanks.items()}
    typed = {place: SAID[label] for place, label in blanks.items() if sources[place] == TYPED}
    tell(form, sources, typed, by=clerk, at=at)


def as_sent() -> SimpleUploadedFile:
    """As a bureau makes it: a title across, labels with a bordered blank behind each."""
    from openpyxl import Workbook  # noqa: PLC0415  its libraries are 25 MB
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415

    book, content, line = Workbook(), BytesIO(), Side("thin")
    leaf = book.active
    for row in SHEET:
        leaf.append(row)
    leaf.merge_cells("A1:D1")
    leaf["A1"].font, leaf["A1"].alignment = Font(size=16, bold=True), Alignment(horizontal="center")
    for row in leaf[f"A2:D{len(SHEET)}"]:
        for cell in row:
            cell.border, cell.alignment = Border(line, line, line, line), Alignment(vertical="center", wrap_text=True)
    for column, width in (("A", 18), ("B", 34), ("C", 18), ("D", 34)):
        leaf.column_dimensions[column].width = width
    book.save(content)
    return SimpleUploadedFile(f"{TITLE}.xlsx", content.getvalue())
