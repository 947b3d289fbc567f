"""What ends a record: places to sign, when it was written, what is attached, and what was corrected since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Block, Heading, Note, Signatures, Text


@dataclass(frozen=True)
class MadeUp:
    """补录: written down later than it should have been."""

    by: str
    on: date


@dataclass(frozen=True)
class PrintedAmendment:
    on: date
    by: str
    text: str


def places_to_sign(*signers: str) -> list[Block]:
    """One row, and the day to fill in."""
    return [Signatures((tuple(f"{signer}（签字）：" for signer in signers),))]


def written(tidied_on: date | None, made_up: MadeUp | None) -> list[str]:
    """When it was written, with its true day; nothing of what is not finished."""
    if made_up:
        return [f"补录：本记录由{made_up.by}于{wording.day(made_up.on)}补录。"]
    return [f"整理日期：{wording.day(tidied_on)}。"] if tidied_on else []


def attached(names: Iterable[str]) -> list[str]:
    words = wording.names(names)
    return [f"附件：{words}。"] if words else []


def notes(sentences: Iterable[str]) -> list[Block]:
    """One small line for all of them."""
    line = "".join(sentences)
    return [Note(line)] if line else []


def amendments(those: Iterable[PrintedAmendment]) -> list[Block]:
    lines = [f"{number}. {wording.day(one.on)}，{one.by}：{one.text}" for number, one in enumerate(those, start=1)]
    return [Heading("更正"), Text("\n".join(lines))] if lines else []
