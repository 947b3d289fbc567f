"""How the branch's counts, absences and speakers are written on paper."""

from collections.abc import Iterable

from navmark.foundation.printing.wording import GAP
from navmark.pillars.demonstration.branch_life.sheets.shape import Absence, Headcount, Speech


def heads(number: Headcount, *, split: bool, voting: bool) -> str:
    """24人(正式党员22人,预备党员2人),有表决权22人."""
    text = _of(number.total)
    if split and (number.total is None or number.full is not None):
        text += f"（正式党员{_of(number.full)}，预备党员{_of(number.probationary)}）"
    if voting and (number.total is None or number.voting is not None):
        text += f"，有表决权{_of(number.voting)}"
    return text


def _of(number: int | None) -> str:
    return f"{GAP * 2}人" if number is None else f"{number}人"


def absences(absent: Iterable[Absence]) -> str:
    """赵启明(请假:外出培训): how, and then why."""
    return "、".join(_absence(each) for each in absent)


def _absence(each: Absence) -> str:
    beside = "：".join(word for word in (each.mark, each.reason) if word)
    return f"{each.name}（{beside}）" if beside else each.name


def speaker(speech: Speech) -> str:
    """王芳(组织委员): with a different opinion named, because a record keeps it."""
    beside = [word for word in (speech.post, "不同意见" if speech.dissent else "") if word]
    return f"{speech.name}（{'，'.join(beside)}）：" if beside else f"{speech.name}："
