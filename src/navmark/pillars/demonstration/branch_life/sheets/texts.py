"""Two texts to copy: 誊抄稿 for the issued 《党支部工作手册》, and the 电子日志 of 灯塔, field by field in its order."""

from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.printed.layout import absences
from navmark.foundation.printing import as_text, wording
from navmark.foundation.printing.as_text import plain_blocks, without_paper
from navmark.foundation.printing.sheet import Grid, Note
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.sheets.rendering import blocks
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord

# 灯塔's 电子日志 knows these types alone
LIGHTHOUSE = {kinds.ASSEMBLY: "支部党员大会", kinds.COMMITTEE: "支部委员会", kinds.LECTURE: "党课", kinds.THEME_DAY: "主题党日"}


def transcript(record: PrintedRecord) -> str:
    """誊抄稿."""
    return as_text.transcript(kind(record.kind).sheet, record.head.sequence, record.head.organisation, blocks(record))


def log_text(record: PrintedRecord) -> str:
    """For 灯塔; nothing for a kind that it has no type for."""
    return lighthouse_text(record) if record.kind in LIGHTHOUSE else ""


def lighthouse_text(record: PrintedRecord) -> str:
    """One line a field of the form: label, colon, value; the last field is the body."""
    facts = record.head
    fields = (
        ("活动主题", record.subject or kind(record.kind).named),
        ("党组织", facts.organisation),
        ("类型", LIGHTHOUSE.get(record.kind) or f"{kind(record.kind).named}（电子日志无此类型）"),
        ("期次", facts.sequence),
        ("主持人", facts.host),
        ("记录人", facts.recorder),
        ("开始时间", wording.moment(facts.start)),
        ("结束时间", wording.moment(facts.end)),
        ("活动地点", facts.place),
        ("参会人员", wording.names(attendee.name for attendee in record.roll if attendee.is_there)),
    )
    return "\n".join([*(f"{label}：{value}" for label, value in fields), "正文：", _body(record)])


def _body(record: PrintedRecord) -> str:
    """All after the head's form, opened by who was there, for which 电子日志 has no field."""
    facts = record.head
    counts = (("应到", facts.expected.total), ("实到", facts.present.total))
    there = "，".join(f"{label}{number}人" for label, number in counts if number is not None)
    absent = f"缺席：{absences(facts.absent)}。" if facts.absent else ""
    observers = f"列席：{wording.names(facts.observers)}。" if facts.observers else ""
    laid_out = blocks(record)
    head = next(number for number, block in enumerate(laid_out) if isinstance(block, Grid))
    written = [block for block in laid_out[head + 1 :] if not isinstance(block, Note)]
    opening = (there and f"{there}。") + absent + observers
    return "\n".join(filter(None, (opening, plain_blocks(without_paper(written)))))
