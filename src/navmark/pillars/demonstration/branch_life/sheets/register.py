"""登记簿: the year's records as one table. Talks stay out of it: who spoke with whom is nobody else's business."""

from collections.abc import Iterable

from navmark.foundation.sheets.writing import Field, Sheet, workbook
from navmark.pillars.demonstration.branch_life.sheets import wording
from navmark.pillars.demonstration.branch_life.sheets.shape import Record, SheetKind
from navmark.pillars.demonstration.branch_life.sheets.titles import occasion

FIELDS = (
    Field("序号", "integer"),
    Field("日期", "date"),
    Field("类型"),
    Field("期次"),
    Field("主题或议题", width=40),
    Field("地点"),
    Field("主持人"),
    Field("记录人"),
    Field("应到", "integer"),
    Field("实到", "integer"),
    Field("缺席及原因", width=24),
    Field("议定事项", width=40),
    Field("备注"),
)


def register(records: Iterable[Record], *, title: str) -> bytes:
    """An .xlsx with one row a record, in the order given; the same records give the same bytes."""
    kept = [record for record in records if record.kind != SheetKind.TALK]
    rows = [(number, *_row(record)) for number, record in enumerate(kept, start=1)]
    return workbook([Sheet("登记簿", FIELDS, rows, title=title)])


def _row(record: Record) -> tuple[object, ...]:
    head = record.head
    decided = [decision.text for item in record.items for decision in item.decisions]
    if record.theme_day and record.theme_day.agreed:
        decided.append(record.theme_day.agreed)
    return (
        wording.local(head.start).date() if head.start else None,
        occasion(record.kind),
        head.sequence,
        record.subject,
        head.place,
        head.host,
        head.recorder,
        head.expected.total,
        head.present.total,
        wording.absences(head.absent),
        "\n".join(decided),
        _remark(record),
    )


def _remark(record: Record) -> str:
    head = record.head
    made_up = f"{wording.day(head.made_up.on)}补录" if head.made_up else ""
    separate = f"另册{head.separate_number}" if head.separate_number else ""
    return "；".join(filter(None, (made_up, separate)))
