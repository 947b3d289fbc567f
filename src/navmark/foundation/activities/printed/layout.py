"""OccasionHead and foot of a record as blocks of a sheet."""

from collections.abc import Iterable

from navmark.foundation.activities.printed.facts import Headcount, OccasionHead, PrintedAbsence
from navmark.foundation.printing import closing, wording
from navmark.foundation.printing.sheet import Block, Grid, Labelled, Title
from navmark.foundation.printing.wording import GAP

Rows = tuple[tuple[Labelled, ...], ...]
SEVERAL = 2  # people: they need a row of their own
ROLL = "签到表"


def opening(title: str, head: OccasionHead) -> list[Block]:
    return [Title(title, head.organisation, head.sequence)]


def form(
    head: OccasionHead, *, split: tuple[str, str] | None = None, voting: bool = False, first: Rows = (), last: Rows = ()
) -> Grid:
    """`first` and `last` are the rows that this kind puts before and after the others. `split`: how those are called whom the
    kind tells apart, and the rest."""
    rows = [
        *first,
        (Labelled("时间", wording.span(head.start, head.end)),),
        (Labelled("地点", head.place),),
        (Labelled("主持人", head.host), Labelled("记录人", head.recorder)),
        *_counted(head, split=split, voting=voting),
        *_others(head, together=split is None),
        *last,
    ]
    return Grid(tuple(rows))


def _others(head: OccasionHead, *, together: bool) -> Rows:
    """Who was away, late, or sat in; `together` as far as that is little."""
    away, guests = Labelled("缺席及原因", absences(head.absent)), Labelled("列席", wording.names(head.observers))
    late = ((Labelled("迟到", wording.names(head.late)),),) if head.late else ()
    if together and len(head.absent) < SEVERAL and len(head.observers) < SEVERAL:
        return ((away, guests), *late)
    return ((away,), *late, (guests,))


def _counted(head: OccasionHead, *, split: tuple[str, str] | None, voting: bool) -> Rows:
    """应到 and 实到; in one row where they are nothing but two numbers."""
    counts = (("应到", head.expected), ("实到", head.present))
    fields = tuple(Labelled(label, _heads(count, split=split, voting=voting)) for label, count in counts)
    return ((fields[0],), (fields[1],)) if split or voting else (fields,)


def _heads(number: Headcount, *, split: tuple[str, str] | None, voting: bool) -> str:
    """24人(正式党员22人,预备党员2人),有表决权22人."""
    text = _of(number.total)
    if split and (number.total is None or number.apart is not None):
        text += f"（{split[0]}{_of(number.apart)}，{split[1]}{_of(number.others)}）"
    if voting and (number.total is None or number.voting is not None):
        text += f"，有表决权{_of(number.voting)}"
    return text


def _of(number: int | None) -> str:
    return f"{GAP * 2}人" if number is None else f"{number}人"


def absences(absent: Iterable[PrintedAbsence]) -> str:
    """赵启明(请假:外出培训): how, and then why."""
    return "、".join(_absence(each) for each in absent)


def _absence(each: PrintedAbsence) -> str:
    beside = "：".join(word for word in (each.mark, each.reason) if word)
    return f"{each.name}（{beside}）" if beside else each.name


def foot(head: OccasionHead, attachments: Iterable[str], *, signers: tuple[str, ...] = ("主持人", "记录人")) -> list[Block]:
    """Places to sign, and one small line: when it was written, what stands apart, what is attached."""
    apart = [f"另册记录：编号{head.separate_number}，另行保管。"] if head.separate_number else []
    notes = [*closing.written(head.tidied_on, head.made_up), *apart, *closing.attached(attachments)]
    return [*closing.places_to_sign(*signers), *closing.notes(notes)]
