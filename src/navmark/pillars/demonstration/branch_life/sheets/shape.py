"""The facts of one printed record, frozen and without any row behind them.

An unfinished record prints empty places to be filled by hand; a `finished` one says 无 where there was nothing.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from navmark.foundation.activities.printed.facts import Headcount, OccasionHead, PrintedAbsence
from navmark.foundation.papers.said import Said
from navmark.foundation.printing.closing import MadeUp, PrintedAmendment
from navmark.foundation.printing.fonts import Faces
from navmark.foundation.printing.wording import local
from navmark.foundation.proceedings.printed.facts import Item, PrintedDecision, PrintedFollowUp, PrintedSpeech, PrintedVote
from navmark.pillars.demonstration.branch_life.sheets.occasions import PrintedStanding, PrintedTalk, Review

__all__ = [
    "Attendee",
    "Head",
    "Headcount",
    "Item",
    "MadeUp",
    "PrintedAbsence",
    "PrintedDecision",
    "PrintedFollowUp",
    "PrintedRecord",
    "PrintedSpeech",
    "PrintedStanding",
    "PrintedTalk",
    "PrintedVote",
    "Review",
    "SheetKind",
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
class PrintedRecord:
    kind: str  # one of SheetKind
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
