"""The facts of one printed record, frozen and without any row behind them.

An unfinished record prints empty places to be filled by hand; a `finished` one says 无 where there was nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from navmark.foundation.printing.closing import MadeUp, PrintedAmendment
from navmark.foundation.printing.fonts import Faces
from navmark.foundation.printing.wording import local
from navmark.pillars.demonstration.branch_life.sheets.deliberation import Decision, FollowUp, Item, Speech, Vote
from navmark.pillars.demonstration.branch_life.sheets.occasions import (
    Lecture,
    Preparation,
    Review,
    Segment,
    Standing,
    Talk,
    ThemeDay,
)

__all__ = [
    "Absence",
    "Attendee",
    "Decision",
    "FollowUp",
    "Head",
    "Headcount",
    "Item",
    "Lecture",
    "MadeUp",
    "Preparation",
    "PrintedAmendment",
    "Record",
    "Review",
    "Segment",
    "SheetKind",
    "Speech",
    "Standing",
    "Talk",
    "ThemeDay",
    "Vote",
]


class SheetKind(StrEnum):
    """The nine sheets; the codes are those of the mechanism's kinds."""

    ASSEMBLY = "branch_assembly"
    COMMITTEE = "committee_meeting"
    GROUP = "group_meeting"
    LECTURE = "party_lecture"
    THEME_DAY = "theme_day"
    LIFE_MEETING = "organisational_life_meeting"
    REVIEW = "member_review"
    TALK = "talk"
    ORGANISATION = "organisation_meeting"


@dataclass(frozen=True)
class Headcount:
    """人数: None where it is not known yet or does not apply."""

    total: int | None = None
    full: int | None = None  # 正式党员
    probationary: int | None = None  # 预备党员
    voting: int | None = None  # 有表决权


@dataclass(frozen=True)
class Absence:
    name: str
    reason: str = ""
    mark: str = ""  # 请假, 缺席; records locked before have none


@dataclass(frozen=True)
class Head:
    organisation: str = ""  # 党组织全称
    sequence: str = ""  # 2026年度第3次
    start: datetime | None = None
    end: datetime | None = None
    place: str = ""
    host: str = ""
    recorder: str = ""
    expected: Headcount = Headcount()
    present: Headcount = Headcount()
    absent: tuple[Absence, ...] = ()
    late: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()  # 列席
    group: str = ""  # 党小组, for its own meeting
    leader: str = ""
    committee_present: tuple[str, ...] = ()  # 到会支委, in a group's meeting
    tidied_on: date | None = None
    made_up: MadeUp | None = None
    separate_number: str = ""  # 另册记录


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
class Record:
    kind: str  # one of SheetKind
    head: Head = Head()
    theme: str = ""
    items: tuple[Item, ...] = ()
    lecture: Lecture | None = None
    theme_day: ThemeDay | None = None
    preparation: Preparation | None = None
    review: Review | None = None
    talk: Talk | None = None
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
    def follow_ups(self) -> tuple[FollowUp, ...]:
        return tuple(each for item in self.items for each in item.follow_ups)
