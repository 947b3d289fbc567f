"""An entry that is done does what it came from: a task of a meeting, an entry of another register. It is said once, on the step
that closes it, or as it is added where its register has no steps."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.links.linkable import Closable, Linked, linkables
from navmark.foundation.links.models import Tie
from navmark.foundation.papers.lacking import lacking
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, actions, known
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.queries import known_of, written_of
from navmark.foundation.registers.steps import Course, EntryStep

GOOD = "good"


def is_done_in(course: Course, state: str) -> bool:
    """Whether what stands there was done, and not given up: what has no steps is done as it is added."""
    there = course.state(state)
    return there.is_closed and (there.tone == GOOD or not course.steps)


def closable(viewer: Viewer, entry: Entry, step: EntryStep) -> list[Closable]:
    """What this step may do too, of what the entry leads to. No query for a step that closes nothing."""
    if not entry.register.links or not is_done_in(entry.course, step.to):
        return []
    ends = Tie.objects.filter(kind=ENTRY, thing=entry.pk, to_thing__isnull=False).order_by("id")
    return [one for kind, pk in ends.values_list("to_kind", "to_thing") for one in closable_of(viewer, kind, pk)]


def closable_at_once(viewer: Viewer, one: Register, origin: Linked | None) -> list[Closable]:
    """What adding it does, in a register without steps."""
    course = known.newest(one).course
    return list(closable_of(viewer, origin.kind, origin.pk)) if origin and is_done_in(course, course.first.key) else []


def closable_of(viewer: Viewer, kind: str, pk: UUID) -> Iterator[Closable]:
    for room in linkables():
        if room.kind == kind:
            yield from room.closes(viewer, pk)


class ClosesForm(forms.Form):
    """What is done at once; what goes without saying is ticked."""

    done = forms.MultipleChoiceField(label=gettext_lazy("Done with it"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, closable: Sequence[Closable], **kwargs: Any) -> None:
        super().__init__(*args, prefix="closes", **kwargs)
        self.closable = closable
        if not closable:
            del self.fields["done"]
            return
        self.fields["done"].choices = [(str(one.pk), one.words) for one in closable]
        self.fields["done"].initial = [str(one.pk) for one in closable if one.is_meant]

    @property
    def chosen(self) -> list[Closable]:
        return [one for one in self.closable if str(one.pk) in self.cleaned_data.get("done", ())]


def closes(viewer: Viewer, pk: UUID) -> list[Closable]:
    """An entry that the viewer may close by a step which asks for nothing more: whether it is done, she says."""
    entry = access.visible_to(viewer).filter(pk=pk).select_related("register", "edition", "unit", "owner").first()
    return [_closable(entry, step) for step in _steps_to_end(viewer, entry)][:1] if entry else []


def _steps_to_end(viewer: Viewer, entry: Entry) -> Iterator[EntryStep]:
    answers, _known = written_of(entry)
    for step in access.steps_open_to(viewer, entry):
        asks = step.file or step.note == "required" or not step.leads_on or not is_done_in(entry.course, step.to)
        if not asks and not (answers and lacking(answers.edition.description, answers.values, known_of(entry), at_step=step.key)):
            yield step


def _closable(entry: Entry, step: EntryStep) -> Closable:
    def close(*, through: UUID, title: str, by: Person, at: datetime) -> None:
        actions.take(entry, step, note=title, by=by, at=at)

    words = _("%(step)s: %(title)s (%(register)s)")
    return Closable(entry.pk, words % {"step": step.button, "title": entry.title, "register": entry.register.name}, close)
