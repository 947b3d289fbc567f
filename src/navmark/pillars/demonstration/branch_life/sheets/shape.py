"""The facts of one printed record, frozen and without any row behind them.

An unfinished record prints empty places to be filled by hand; a `finished` one says 无 where there was nothing.
"""

from dataclasses import dataclass
from datetime import date

from navmark.foundation.activities.printed.facts import OccasionHead
from navmark.foundation.papers.said import Said
from navmark.foundation.printing.closing import PrintedAmendment
from navmark.foundation.printing.fonts import Faces
from navmark.foundation.printing.wording import local
from navmark.foundation.proceedings.printed.facts import Item, PrintedFollowUp


@dataclass(frozen=True)
class Head(OccasionHead):
    """`organisation` is 党组织全称."""

    group: str = ""  # 党小组, for its own meeting
    leader: str = ""
    committee_present: tuple[str, ...] = ()  # 到会支委, in a group's meeting


@dataclass(frozen=True)
class Attendee:
    """One line of the sign-in sheet, in the order the caller gives. An empty mark leaves the place to sign."""

    number: int
    name: str
    post: str = ""
    group: str = ""
    mark: str = ""  # 到会, 迟到, 请假 ...
    is_there: bool = False
    probationary: bool = False


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


@dataclass(frozen=True)
class PrintedRecord:
    kind: str
    head: Head = Head()
    theme: str = ""
    items: tuple[Item, ...] = ()
    paper: tuple[Said, ...] = ()  # what the paper of its kind says
    review: Review | None = None
    talk: PrintedTalk | None = None
    roll: tuple[Attendee, ...] = ()
    amendments: tuple[PrintedAmendment, ...] = ()
    attachments: tuple[str, ...] = ()
    finished: bool = False
    faces: Faces | None = None  # those it was locked with

    @property
    def on(self) -> date | None:
        return local(self.head.start).date() if self.head.start else None

    @property
    def subject(self) -> str:
        return self.theme or "、".join(item.title for item in self.items if item.title)

    @property
    def follow_ups(self) -> tuple[PrintedFollowUp, ...]:
        return tuple(each for item in self.items for each in item.follow_ups)
