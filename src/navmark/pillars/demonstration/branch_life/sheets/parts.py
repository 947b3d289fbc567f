"""What the sheets have in common: the head, an item's discussion, votes, decisions, the foot."""

from collections.abc import Iterable

from navmark.foundation.printing import closing, wording
from navmark.foundation.printing.chapters import cells
from navmark.foundation.printing.chapters import writing as written
from navmark.foundation.printing.sheet import Block, Grid, Labelled, RuledColumn, RuledTable, Text, Title
from navmark.pillars.demonstration.branch_life.sheets import naming
from navmark.pillars.demonstration.branch_life.sheets.shape import Decision, FollowUp, Head, Item, Record, Speech, Vote
from navmark.pillars.demonstration.branch_life.sheets.titles import title

Rows = tuple[tuple[Labelled, ...], ...]
SEVERAL = 2  # people: they need a row of their own
FOLLOW_UP = (RuledColumn("落实事项", 84, centred=False), RuledColumn("责任人", 32), RuledColumn("时限", 40))

ELECTED = (
    RuledColumn("候选人", 54),
    RuledColumn("赞成", 22),
    RuledColumn("反对", 22),
    RuledColumn("弃权", 22),
    RuledColumn("结果", 36),
)


def opening(record: Record) -> list[Block]:
    return [Title(title(record.kind), record.head.organisation, record.head.sequence)]


def head(record: Record, *, split: bool = True, voting: bool = False, first: Rows = (), last: Rows = ()) -> list[Block]:
    """Title and form: `first` and `last` are the rows that this kind puts before and after the others."""
    facts = record.head
    rows = [
        *first,
        (Labelled("时间", wording.span(facts.start, facts.end)),),
        (Labelled("地点", facts.place),),
        (Labelled("主持人", facts.host), Labelled("记录人", facts.recorder)),
        *_counted(facts, split=split, voting=voting),
        *_others(facts, together=not split),
        *last,
    ]
    return [*opening(record), Grid(tuple(rows))]


def _others(facts: Head, *, together: bool) -> Rows:
    """Who was away, late, or sat in; `together` as far as that is little."""
    away, guests = Labelled("缺席及原因", naming.absences(facts.absent)), Labelled("列席", wording.names(facts.observers))
    late = ((Labelled("迟到", wording.names(facts.late)),),) if facts.late else ()
    if together and len(facts.absent) < SEVERAL and len(facts.observers) < SEVERAL:
        return ((away, guests), *late)
    return ((away,), *late, (guests,))


def _counted(facts: Head, *, split: bool, voting: bool) -> Rows:
    """应到 and 实到; in one row where they are nothing but two numbers."""
    counts = (("应到", facts.expected), ("实到", facts.present))
    fields = tuple(Labelled(label, naming.heads(count, split=split, voting=voting)) for label, count in counts)
    return ((fields[0],), (fields[1],)) if split or voting else (fields,)


def writing(text: str, record: Record, *, ruled: int = 3) -> list[Block]:
    return written(text, finished=record.finished, ruled=ruled)


def agenda(record: Record) -> list[Block]:
    titles = [item.title for item in record.items if item.title]
    if len(titles) == 1:
        return [Text(titles[0])]
    return writing("\n".join(f"{number}. {each}" for number, each in enumerate(titles, start=1)), record)


def items_of(record: Record) -> tuple[Item, ...]:
    """At least one, so that an empty record is a form."""
    return record.items or (Item(),)


def speeches(spoken: Iterable[Speech], record: Record) -> list[Block]:
    said: list[Block] = [Text(each.text, lead=naming.speaker(each)) for each in spoken]
    return said or writing("", record, ruled=5)


def votes(item: Item, record: Record) -> list[Block]:
    if not item.votes and record.finished:
        return writing("", record)
    elected = [vote for vote in item.votes if vote.of_candidate]
    plain = [vote for vote in item.votes if not vote.of_candidate]
    if elected:
        return [*(_vote(vote, record) for vote in plain), _papers(elected[0]), _results(elected)]
    return [_vote(vote, record) for vote in plain or (Vote(),)]


def _papers(vote: Vote) -> Grid:
    """The papers of an election: all its candidates stand on each of them."""
    rows = (_entitled(vote), _counts(**_of_papers(vote)), (Labelled("监票人", vote.overseer), Labelled("计票人", vote.counter)))
    return Grid(((Labelled("表决方式", vote.method),), *rows), together=True)


def _results(votes: Iterable[Vote]) -> RuledTable:
    rows = ((one.subject, *map(wording.count, (one.ayes, one.nays, one.abstentions)), one.outcome) for one in votes)
    return RuledTable(ELECTED, tuple(rows))


def _entitled(vote: Vote) -> tuple[Labelled, ...]:
    counts = (("有表决权", vote.entitled), ("其中到会", vote.present))
    return tuple(Labelled(label, wording.count(number, "人")) for label, number in counts)


def _of_papers(vote: Vote) -> dict[str, int | None]:
    return {"发出": vote.issued, "收回": vote.collected, "有效": vote.valid, "无效": vote.invalid}


def _vote(vote: Vote, record: Record) -> Grid:
    """Once finished, a show of hands has no row of ballots and no overseer."""
    by_hand = record.finished and vote.issued is None
    rows = [
        (Labelled("表决事项", vote.subject),),
        (Labelled("表决方式", vote.method),),
        _entitled(vote),
        *([] if by_hand else [_counts(**_of_papers(vote))]),
        _counts(赞成=vote.ayes, 反对=vote.nays, 弃权=vote.abstentions),
        *([] if by_hand and not vote.overseer else [(Labelled("监票人", vote.overseer), Labelled("计票人", vote.counter))]),
        (Labelled("表决结果", vote.outcome),),
    ]
    return Grid(tuple(rows), together=True)


def _counts(**numbers: int | None) -> tuple[Labelled, ...]:
    return tuple(Labelled(label, wording.count(number)) for label, number in numbers.items())


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


def _onward(decision: Decision | None, record: Record) -> tuple[Labelled, ...]:
    if decision is None:
        return (Labelled("提交大会", "□是  □否"), Labelled("报上级", "□是  □否"))
    return (Labelled("提交大会", _yes(decision.to_assembly)), Labelled("报上级", _yes(decision.reported_up)))


def _yes(answer: bool) -> str:
    return "是" if answer else "否"


def follow_ups(tasks: tuple[FollowUp, ...], record: Record) -> list[Block]:
    if not tasks and record.finished:
        return writing("", record)
    rows = tuple(cells((task.what, task.owner, wording.day(task.due)), finished=record.finished) for task in tasks)
    return [RuledTable(FOLLOW_UP, rows, least=0 if record.finished else 2)]


def foot(record: Record, *signers: str) -> list[Block]:
    return [*closing.places_to_sign(*(signers or ("主持人", "记录人"))), *notes(record)]


def notes(record: Record) -> list[Block]:
    facts = record.head
    apart = [f"另册记录：编号{facts.separate_number}，另行保管。"] if facts.separate_number else []
    names = (*(("签到表",) if record.roll else ()), *record.attachments)
    return closing.notes([*closing.written(facts.tidied_on, facts.made_up), *apart, *closing.attached(names)])
