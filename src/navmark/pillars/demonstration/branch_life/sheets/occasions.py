"""What the review and the talk have of their own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PrintedStanding:
    """One full member's counts in the 民主测评."""

    name: str
    excellent: int | None = None
    qualified: int | None = None
    basic: int | None = None
    unqualified: int | None = None
    grade: str = ""  # 支委会评定


@dataclass(frozen=True)
class Review:
    """民主评议党员, the part held as a meeting. Probationary members attend and are not graded."""

    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    overseer: str = ""
    counter: str = ""
    standings: tuple[PrintedStanding, ...] = ()
    committee: tuple[int, ...] = ()  # 支部班子: 好, 较好, 一般, 差; empty where it was not counted


@dataclass(frozen=True)
class PrintedTalk:
    """谈心谈话."""

    one: str = ""
    other: str = ""
    kind: str = ""
    content: str = ""
    opinions: str = ""
    measures: str = ""
