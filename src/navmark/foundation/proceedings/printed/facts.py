"""What was deliberated: items, what was said to them, votes, decisions, and who does it by when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PrintedSpeech:
    name: str
    post: str = ""
    text: str = ""
    dissent: bool = False


@dataclass(frozen=True)
class PrintedVote:
    """表决: totals only, never who voted what. `outcome` is the judgement in words."""

    subject: str = ""
    method: str = ""
    entitled: int | None = None  # 应到会有表决权
    present: int | None = None  # 到会有表决权
    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    invalid: int | None = None
    ayes: int | None = None
    nays: int | None = None
    abstentions: int | None = None
    overseer: str = ""  # 监票人
    counter: str = ""  # 计票人
    outcome: str = ""
    of_candidate: bool = False  # one row of an election's table; records locked before have a form for each


@dataclass(frozen=True)
class PrintedFollowUp:
    what: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True)
class PrintedDecision:
    """决议, 决定 or 意见, by the kind of the meeting."""

    text: str
    number: str = ""
    to_assembly: bool = False
    reported_up: bool = False
    follow_ups: tuple[PrintedFollowUp, ...] = ()


@dataclass(frozen=True)
class Item:
    """议题. The secretary's word stands apart, because it comes last."""

    title: str = ""
    reporter: str = ""
    points: str = ""
    speeches: tuple[PrintedSpeech, ...] = ()
    closing: PrintedSpeech | None = None
    votes: tuple[PrintedVote, ...] = ()
    decisions: tuple[PrintedDecision, ...] = ()

    @property
    def spoken(self) -> tuple[PrintedSpeech, ...]:
        """All of them, the last word too."""
        return (*self.speeches, *((self.closing,) if self.closing else ()))

    @property
    def follow_ups(self) -> tuple[PrintedFollowUp, ...]:
        return tuple(each for decision in self.decisions for each in decision.follow_ups)
