"""What the sheets have in common: the head, numbered chapters, an item's discussion, votes, decisions, the foot."""

from collections.abc import Iterable

from navmark.foundation.printing.sheet import Block, Column, Field, Grid, Heading, Note, Signatures, Table, Text, Title
from navmark.pillars.demonstration.branch_life.sheets import wording
from navmark.pillars.demonstration.branch_life.sheets.shape import Decision, FollowUp, Item, Record, Speech, Vote
from navmark.pillars.demonstration.branch_life.sheets.titles import title

Chapter = tuple[str, list[Block]]
Rows = tuple[tuple[Field, ...], ...]
FOLLOW_UP = (Column("落实事项", 84, centred=False), Column("责任人", 32), Column("时限", 40))

ELECTED = (Column("候选人", 54), Column("赞成", 22), Column("反对", 22), Column("弃权", 22), Column("结果", 36))


def opening(record: Record) -> list[Block]:
    return [Title(title(record.kind), record.head.organisation, record.head.sequence)]


def head(record: Record, *, split: bool = True, voting: bool = False, first: Rows = (), last: Rows = ()) -> list[Block]:
    """Title and form: `first` and `last` are the rows that this kind puts before and after the others."""
    facts = record.head
    rows = [
        *first,
        (Field("时间", wording.span(facts.start, facts.end)),),
        (Field("地点", facts.place),),
        (Field("主持人", facts.host), Field("记录人", facts.recorder)),
        (Field("应到", wording.heads(facts.expected, split=split, voting=voting)),),
        (Field("实到", wording.heads(facts.present, split=split, voting=voting)),),
        (Field("缺席及原因", _or_none(wording.absences(facts.absent), record)),),
        *([(Field("迟到", wording.names(facts.late)),)] if facts.late else []),
        (Field("列席", _or_none(wording.names(facts.observers), record)),),
        *last,
    ]
    return [*opening(record), Grid(tuple(rows))]


def _or_none(text: str, record: Record) -> str:
    return text or (wording.NONE if record.finished else "")


def numbered(chapters: Iterable[Chapter], *, level: int = 1) -> list[Block]:
    """Chapters under 一、 or (一) headings; a chapter without blocks does not appear and is not counted."""
    blocks: list[Block] = []
    there = [chapter for chapter in chapters if chapter[1]]
    for number, (heading, content) in enumerate(there, start=1):
        mark = f"{wording.numeral(number)}、" if level == 1 else f"（{wording.numeral(number)}）"
        blocks += [Heading(f"{mark}{heading}", level), *content]
    return blocks


def writing(text: str, record: Record, *, ruled: int = 3) -> list[Block]:
    return [Text(text or (f"{wording.NONE}。" if record.finished else ""), ruled=ruled)]


def agenda(record: Record) -> list[Block]:
    titles = [item.title for item in record.items if item.title]
    if len(titles) == 1:
        return [Text(titles[0])]
    return writing("\n".join(f"{number}. {each}" for number, each in enumerate(titles, start=1)), record)


def items_of(record: Record) -> tuple[Item, ...]:
    """At least one, so that an empty record is a form."""
    return record.items or (Item(),)


def speeches(spoken: Iterable[Speech], record: Record) -> list[Block]:
    said: list[Block] = [Text(each.text, lead=wording.speaker(each)) for each in spoken]
    return said or writing("", record, ruled=5)


def votes(item: Item, record: Record) -> list[Block]:
    if not item.votes and record.finished:
        return []
    elected = [vote for vote in item.votes if vote.of_candidate]
    plain = [vote for vote in item.votes if not vote.of_candidate]
    if elected:
        return [*(_vote(vote, record) for vote in plain), _papers(elected[0]), _results(elected)]
    return [_vote(vote, record) for vote in plain or (Vote(),)]


def _papers(vote: Vote) -> Grid:
    """The papers of an election: all its candidates stand on each of them."""
    rows = (_entitled(vote), _counts(**_of_papers(vote)), (Field("监票人", vote.overseer), Field("计票人", vote.counter)))
    return Grid(((Field("表决方式", vote.method),), *rows), together=True)


def _results(votes: Iterable[Vote]) -> Table:
    rows = ((one.subject, *map(wording.count, (one.ayes, one.nays, one.abstentions)), one.outcome) for one in votes)
    return Table(ELECTED, tuple(rows))


def _entitled(vote: Vote) -> tuple[Field, ...]:
    counts = (("应到会\n有表决权", vote.entitled), ("实到会\n有表决权", vote.present))
    return tuple(Field(label, wording.count(number, "人")) for label, number in counts)


def _of_papers(vote: Vote) -> dict[str, int | None]:
    return {"发出": vote.issued, "收回": vote.collected, "有效": vote.valid, "无效": vote.invalid}


def _vote(vote: Vote, record: Record) -> Grid:
    """Once finished, a show of hands has no row of ballots and no overseer."""
    by_hand = record.finished and vote.issued is None
    rows = [
        (Field("表决事项", vote.subject),),
        (Field("表决方式", vote.method),),
        _entitled(vote),
        *([] if by_hand else [_counts(**_of_papers(vote))]),
        _counts(赞成=vote.ayes, 反对=vote.nays, 弃权=vote.abstentions),
        *([] if by_hand and not vote.overseer else [(Field("监票人", vote.overseer), Field("计票人", vote.counter))]),
        (Field("表决结果", vote.outcome),),
    ]
    return Grid(tuple(rows), together=True)


def _counts(**numbers: int | None) -> tuple[Field, ...]:
    return tuple(Field(label, wording.count(number)) for label, number in numbers.items())


def decisions(item: Item, record: Record, *, kept: bool = False) -> list[Block]:
    """`kept`: on one page with what follows."""
    if not item.decisions:
        return writing("", record, ruled=2)
    leads = [f"{decision.number}：" if decision.number else "" for decision in item.decisions]
    return [Text(decision.text, lead=lead, kept=kept) for decision, lead in zip(item.decisions, leads, strict=True)]


def onward(item: Item, record: Record) -> list[Block]:
    """是否提交大会, 是否报上级: of each decision."""
    if not item.decisions and record.finished:
        return []
    return [Grid((_onward(decision, record),)) for decision in item.decisions or (None,)]


def _onward(decision: Decision | None, record: Record) -> tuple[Field, ...]:
    if decision is None:
        return (Field("提交大会", "□是  □否"), Field("报上级", "□是  □否"))
    return (Field("提交大会", _yes(decision.to_assembly)), Field("报上级", _yes(decision.reported_up)))


def _yes(answer: bool) -> str:
    return "是" if answer else "否"


def follow_ups(tasks: tuple[FollowUp, ...], record: Record) -> list[Block]:
    if not tasks and record.finished:
        return []
    rows = tuple((task.what, task.owner, wording.day(task.due)) for task in tasks)
    return [Table(FOLLOW_UP, rows, least=0 if record.finished else 2)]


def foot(record: Record, *signers: str) -> list[Block]:
    rows = (signers or ("主持人（签字）：", "记录人（签字）："),)
    return [Signatures(rows), *notes(record)]


def notes(record: Record) -> list[Block]:
    facts = record.head
    lines = []
    if facts.made_up:
        lines.append(f"补录：本记录由{facts.made_up.by}于{wording.day(facts.made_up.on)}补录。")
    elif facts.tidied_on:
        lines.append(f"整理日期：{wording.day(facts.tidied_on)}。")
    if facts.separate_number:
        lines.append(f"另册记录：编号{facts.separate_number}，另行保管。")
    attached = (*(("签到表",) if record.roll else ()), *record.attachments)
    if attached:
        lines.append("附件：" + wording.names(attached) + "。")
    return [Note(line) for line in lines]


def amendments(record: Record) -> list[Block]:
    lines = [
        f"{number}. {wording.day(each.on)}，{each.by}：{each.text}" for number, each in enumerate(record.amendments, start=1)
    ]
    return [Heading("更正"), Text("\n".join(lines))] if lines else []
