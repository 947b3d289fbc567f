"""An occasion of any kind before one viewer: what she may do with it, what stands open to be written, what its record lacks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from navmark.foundation.activities import access
from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.numbering import sequence_words
from navmark.foundation.activities.occasions.writing import written_of
from navmark.foundation.activities.pages import texts_of
from navmark.foundation.activities.printed.sign_in import is_signed_in, sitting_in
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.models import Answers
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.records.access import may_lock
from navmark.foundation.records.findings import PLAN, ROLL, SelfCheckFinding
from navmark.foundation.records.models import Record
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.foundation.ui.marks import bracketed

Found = TypeVar("Found")
FORMS = ("PDF", "DOCX")


@dataclass(frozen=True)
class NextStep:
    """The one red button. A link; a post is a form of its own, or posts the form of that id."""

    label: str | Promise
    url: str = ""
    is_post: bool = False
    form: str = ""


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class PrintGroup:
    """What is printed of one part, or of the whole."""

    title: str | Promise
    links: list[Link]


def links(words: str, names: tuple[str, str], *args: object) -> list[Link]:
    """The same sheet in both forms; `names` of their urls."""
    return [Link(words + bracketed(form), reverse(name, args=args)) for name, form in zip(names, FORMS, strict=True)]


class Sight:
    """`edited`: the id of what was opened to be written, "" to only read, None for whatever is due next."""

    def __init__(self, viewer: Viewer, activity: Activity, *, edited: str | None = None) -> None:
        self.viewer, self.activity, self.edited, self.at = viewer, activity, edited, timezone.now()
        self.keeps = access.may_keep(viewer, activity)
        self.parts = list(activity.parts.all())
        self.rolls = Rolls(activity)
        self._read: dict[str, Any] = {}

    def once(self, name: str, read: Callable[[], Found]) -> Found:
        """What several pieces of the page need, read once."""
        if name not in self._read:
            self._read[name] = read()
        return self._read[name]

    @property
    def kind(self) -> Kind:
        """Of its first part, which names its page."""
        return kind(self.parts[0].kind)

    @cached_property
    def record(self) -> Record | None:
        """None where nobody signs it."""
        return None if self.kind.is_data else record_of(self.activity)

    @property
    def is_cancelled(self) -> bool:
        return self.activity.state == ActivityState.CANCELLED

    @property
    def writes(self) -> bool:
        """A complete record, and one that is signed, is not written in."""
        return self.keeps and not self.is_cancelled and self.activity.completed_at is None

    @property
    def has_begun(self) -> bool:
        return self.at >= self.activity.starts_at

    @property
    def is_ahead(self) -> bool:
        return self.activity.state == ActivityState.PLANNED and not self.has_begun

    def opens(self, pk: object, *, is_due: bool) -> bool:
        """Whether this piece of the record stands open to be written; before it has begun only what was asked for."""
        if not self.writes:
            return False
        return self.has_begun and is_due if self.edited is None else self.edited == str(pk)

    @cached_property
    def written(self) -> tuple[Answers | None, Known]:
        """Its paper, if it has one, and what is known around it."""
        return written_of(self.activity)

    def observers(self) -> list[str] | None:
        """列席; None where nobody may be."""
        return sitting_in(self.activity, self.rolls.whole()) if is_signed_in(self.kind) else None

    @cached_property
    def may_lock(self) -> bool:
        return self.record is not None and self.record.is_submitted and may_lock(self.viewer, self.record)

    @cached_property
    def findings(self) -> list[SelfCheckFinding]:
        is_due = self.keeps and self.activity.state == ActivityState.HELD and self.activity.closed_at is None
        return findings(self.record) if self.record is not None and is_due else []

    def audience(self) -> str:
        """Who may see it, in words, where that is fewer than one would think."""
        return ""

    def sequence(self, part: Part) -> str:
        """Which of its year a part is; "" where none is counted and nobody signs."""
        return sequence_words(part) if part.number or self.record is not None else ""

    def preparing(self) -> NextStep | None:
        """What is done before it begins; two who talk sign no sheet."""
        if not is_signed_in(self.kind):
            return None
        return NextStep(_("Print the sign-in sheet"), reverse("activities:sign_in_sheet", args=[self.activity.pk]))

    def printing(self) -> NextStep | None:
        """What is printed once it is complete."""
        return NextStep(_("Print"), reverse("activities:sheet", args=[self.activity.pk]))

    def texts(self) -> str:
        """Where the text for the group is copied."""
        return texts_of(self.activity) if self.keeps and self.is_ahead else ""

    def prints(self) -> list[PrintGroup]:
        """What can be printed of each part, its record first."""
        several = len(self.parts) > 1
        groups = [PrintGroup(kind(one.kind).title if several else "", self._of_part(one)) for one in self.parts]
        if not is_signed_in(self.kind):
            return groups
        sheet = ("activities:sign_in_sheet", "activities:sign_in_sheet_docx")
        return [*groups, PrintGroup("", links(_("Sign-in sheet"), sheet, self.activity.pk))]

    def _of_part(self, part: Part) -> list[Link]:
        return [*self.sheets(part), *(link for beside in _beside for link in beside(self, part))]

    def sheets(self, part: Part) -> list[Link]:
        if part.is_joined:
            return links(kind(part.kind).sheet, ("activities:part_sheet", "activities:part_sheet_docx"), part.pk)
        return links(self.kind.sheet, ("activities:sheet", "activities:sheet_docx"), self.activity.pk)

    def mended_at(self, finding: SelfCheckFinding) -> str:
        """The address that a finding leads to, its field included; an item opens there."""
        page, _hash, anchor = finding.at.partition("#")
        if page:
            names = {PLAN: "activities:change", ROLL: "activities:roll"}
            return reverse(names[page], args=[self.activity.pk]) + (f"#{anchor}" if anchor else "")
        return edit_at(anchor) if "-" in anchor else f"#{anchor}"


Beside = Callable[[Sight, Part], list[Link]]
_beside: list[Beside] = []


def printed_beside(beside: Beside) -> Beside:
    """What a room above prints of a part beside its record: papers to vote with."""
    _beside.append(beside)
    return beside


def edit_at(anchor: str) -> str:
    """What opens a piece of the record in place: its anchor is its noun and its id."""
    return f"?edit={anchor.partition('-')[2]}#{anchor}"
