"""Items, speeches, votes, decisions and tasks as blocks of a sheet: room for the pen, or 无, where nothing is."""

from collections.abc import Iterable

from navmark.foundation.printing import wording
from navmark.foundation.printing.chapters import cells, writing
from navmark.foundation.printing.sheet import Block, Grid, Labelled, RuledColumn, RuledTable, Text
from navmark.foundation.proceedings.printed.facts import Item, PrintedDecision, PrintedFollowUp, PrintedSpeech, PrintedVote

FOLLOW_UP = (RuledColumn("落实事项", 84, centred=False), RuledColumn("责任人", 32), RuledColumn("时限", 40))
ELECTED = (
    RuledColumn("候选人", 54),
    *(RuledColumn(mark, 22) for mark in ("赞成", "反对", "弃权")),
    RuledColumn("结果", 36),
)


def agenda(items: Iterable[Item], *, finished: bool) -> list[Block]:
    titles = [item.title for item in items if item.title]
    if len(titles) == 1:
        return [Text(titles[0])]
    return writing("\n".join(f"{number}. {each}" for number, each in enumerate(titles, start=1)), finished=finished)


def items_or_one(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """At least one, so that an empty record is a form."""
    return items or (Item(),)


def speeches(spoken: Iterable[PrintedSpeech], *, finished: bool) -> list[Block]:
    said: list[Block] = [Text(each.text, lead=_speaker(each)) for each in spoken]
    return said or writing("", finished=finished, ruled=5)


def votes(item: Item, *, finished: bool) -> list[Block]:
    if not item.votes and finished:
        return writing("", finished=finished)
    elected = [vote for vote in item.votes if vote.of_candidate]
    plain = [vote for vote in item.votes if not vote.of_candidate]
    if elected:
        return [*(_vote(vote, finished=finished) for vote in plain), _papers(elected[0]), _results(elected)]
    return [_vote(vote, finished=finished) for vote in plain or (PrintedVote(),)]


def _papers(vote: PrintedVote) -> Grid:
    """The papers of an election: all its candidates stand on each of them."""
    rows = (_entitled(vote), _counts(**_of_papers(vote)), (Labelled("监票人", vote.overseer), Labelled("计票人", vote.counter)))
    return Grid(((Labelled("表决方式", vote.method),), *rows), together=True)


def _results(votes: Iterable[PrintedVote]) -> RuledTable:
    rows = ((one.subject, *map(wording.count, (one.ayes, one.nays, one.abstentions)), one.outcome) for one in votes)
    return RuledTable(ELECTED, tuple(rows))


def _entitled(vote: PrintedVote) -> tuple[Labelled, ...]:
    counts = (("有表决权", vote.entitled), ("其中到会", vote.present))
    return tuple(Labelled(label, wording.count(number, "人")) for label, number in counts)


def _of_papers(vote: PrintedVote) -> dict[str, int | None]:
    return {"发出": vote.issued, "收回": vote.collected, "有效": vote.valid, "无效": vote.invalid}


def _vote(vote: PrintedVote, *, finished: bool) -> Grid:
    """Once finished, a show of hands has no row of ballots and no overseer."""
    by_hand = finished and vote.issued is None
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


def decisions(item: Item, *, finished: bool, kept: bool = False) -> list[Block]:
    """`kept`: on one page with what follows."""
    if not item.decisions:
        return writing("", finished=finished, ruled=2)
    leads = [f"{decision.number}：" if decision.number else "" for decision in item.decisions]
    return [Text(decision.text, lead=lead, kept=kept) for decision, lead in zip(item.decisions, leads, strict=True)]


def onward(item: Item, *, finished: bool) -> list[Block]:
    """是否提交大会, 是否报上级: of each decision."""
    if not item.decisions and finished:
        return []
    return [Grid((_onward(decision, finished=finished),)) for decision in item.decisions or (None,)]


def _onward(decision: PrintedDecision | None, *, finished: bool) -> tuple[Labelled, ...]:
    if decision is None:
        return (Labelled("提交大会", "□是  □否"), Labelled("报上级", "□是  □否"))
    return (Labelled("提交大会", _yes(decision.to_assembly)), Labelled("报上级", _yes(decision.reported_up)))


def _yes(answer: bool) -> str:
    return "是" if answer else "否"


def follow_ups(tasks: tuple[PrintedFollowUp, ...], *, finished: bool) -> list[Block]:
    if not tasks and finished:
        return writing("", finished=finished)
    rows = tuple(cells((task.what, task.owner, wording.day(task.due)), finished=finished) for task in tasks)
    return [RuledTable(FOLLOW_UP, rows, least=0 if finished else 2)]


def _speaker(speech: PrintedSpeech) -> str:
    """王芳(组织委员): with a different opinion named, because a record keeps it."""
    beside = [word for word in (speech.post, "不同意见" if speech.dissent else "") if word]
    return f"{speech.name}（{'，'.join(beside)}）：" if beside else f"{speech.name}："
