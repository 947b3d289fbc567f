"""A meeting of this mechanism before one viewer: what is printed of it, and who may see it."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.occasions.pieces import Piece, shown_by
from navmark.foundation.activities.occasions.sight import Link, NextStep, PrintGroup, Sight
from navmark.foundation.proceedings.on_page import items_seen
from navmark.foundation.ui.marks import bracketed
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.views.notes import NoteBox, note_box

FORMS = ("pdf", "docx")


class MeetingSight(Sight):
    @property
    def is_talk(self) -> bool:
        return any(part.kind == kinds.TALK for part in self.parts)

    def audience(self) -> str:
        if self.is_talk:
            return _("the two who talked and the secretary, nobody else")
        return _("the committee, the clerk and those invited") if kinds.is_of_committee(self.activity) else ""

    def observers(self) -> list[str] | None:
        return None if self.is_talk else super().observers()

    def sequence(self, part: Part) -> str:
        return facts.sequence_words(part)

    def preparing(self) -> NextStep | None:
        """Two who talk sign no sheet."""
        if self.is_talk:
            return None
        return NextStep(_("Print the sign-in sheet"), reverse("branch_life:sign_in_sheet", args=[self.activity.pk]))

    def printing(self) -> NextStep | None:
        return NextStep(_("Print the record"), reverse("branch_life:print", args=[self.activity.pk, 1, "pdf"]))

    def prints(self) -> list[PrintGroup]:
        several = len(self.parts) > 1
        groups = [PrintGroup(kinds.by_code(part.kind).title if several else "", self._of_part(part)) for part in self.parts]
        sheet = ("branch_life:sign_in_sheet", "branch_life:sign_in_sheet_docx")
        return [*groups, PrintGroup("", _links(_("Sign-in sheet"), sheet, self.activity.pk))]

    def _of_part(self, part: Part) -> list[Link]:
        pk, at = self.activity.pk, part.position
        links = [
            Link(_("The record") + bracketed(one.upper()), reverse("branch_life:print", args=[pk, at, one])) for one in FORMS
        ]
        if self.keeps and not self.record.is_locked and self._is_put_to_vote(part):
            links += _links(_("Ballots"), ("branch_life:slips", "branch_life:slips_docx"), pk, at)
            links += _links(_("Tally sheet"), ("branch_life:tally", "branch_life:tally_docx"), pk, at)
        return links

    def _is_put_to_vote(self, part: Part) -> bool:
        """Papers are offered where there is something to vote on."""
        return any(item.is_put_to_vote for item in items_seen(self).get(part.pk, ()))


def _links(words: str, names: tuple[str, str], *args: object) -> list[Link]:
    return [Link(words + bracketed(form.upper()), reverse(name, args=args)) for name, form in zip(names, FORMS, strict=True)]


@dataclass(frozen=True)
class NotePiece:
    note: NoteBox
    is_open: bool


@shown_by
def notes_of(sight: Sight) -> dict[UUID, Piece]:
    if not isinstance(sight, MeetingSight):
        return {}
    whole = sight.rolls.whole()
    people = [place.person for place in (*whole.places, *whole.observers)]
    boxes = ((part, note_box(part, people)) for part in sight.parts)
    return {
        part.pk: Piece("branch_life/note_piece.html", NotePiece(box, sight.opens(part.pk, is_due=True)))
        for part, box in boxes
        if box is not None
    }
