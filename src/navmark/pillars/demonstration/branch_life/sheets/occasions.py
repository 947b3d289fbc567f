"""What the other occasions have of their own: the lecture, the themed day, the yearly meetings, the talk."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lecture:
    """党课."""

    lecturer: str = ""
    post: str = ""
    topic: str = ""
    form: str = ""
    hours: str = ""
    outline: str = ""
    discussion: str = ""
    make_up: str = ""
    script: str = ""  # name of the attached text


@dataclass(frozen=True)
class Segment:
    """环节."""

    name: str
    topic: str = ""
    leader: str = ""


@dataclass(frozen=True)
class ThemeDay:
    """主题党日."""

    dues_expected: int | None = None
    dues_paid: int | None = None
    fixed: tuple[Segment, ...] = ()
    optional: tuple[Segment, ...] = ()
    account: str = ""
    agreed: str = ""
    photographs: int = 1  # places left for them


@dataclass(frozen=True)
class Preparation:
    """组织生活会会前准备."""

    study: str = ""
    opinions: str = ""
    talks: str = ""


@dataclass(frozen=True)
class Standing:
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

    own: str = ""
    mutual: str = ""
    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    overseer: str = ""
    counter: str = ""
    standings: tuple[Standing, ...] = ()
    opinion: str = ""
    committee: tuple[int, ...] = ()  # 支部班子: 好, 较好, 一般, 差; empty where it was not counted


@dataclass(frozen=True)
class Talk:
    """谈心谈话."""

    one: str = ""
    other: str = ""
    kind: str = ""
    content: str = ""
    opinions: str = ""
    measures: str = ""
