"""What the page of whatever has a record shows of its signatures."""

from typing import Any

from django.utils import timezone

from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.records.forms import AmendmentForm, ReasonForm, SeparateForm
from navmark.foundation.records.kinds import record_kind
from navmark.foundation.records.models import Record
from navmark.foundation.records.signers import second_signers, who_leaves_a_second


def signing_of(record: Record, viewer: Viewer, *, may_lock: bool, begun: bool) -> dict[str, Any]:
    """The slots of records/signing.html, records/seconds.html and records/amendments.html."""
    return {
        "may_lock": may_lock,
        "is_recorder": record_kind(record.owner_kind).writers(record.owner)[:1] == (viewer.person,),
        "reason_form": ReasonForm(),
        "separate_form": SeparateForm(initial={"number": record.separate_number}),
        "amendment_form": AmendmentForm(),
        **(_seconds(record, viewer.person) if begun and not record.is_locked else {}),
    }


def _seconds(record: Record, first: Person) -> dict[str, str]:
    """Whom the record waits for, or would: by name, before it is completed too."""
    today = timezone.localdate()
    seconds = second_signers(record, first=first, on=today)
    instead = [] if seconds else who_leaves_a_second(record, first=first, on=today)
    return {"seconds": _in_words(seconds), "instead": _in_words(instead)}


def _in_words(people: list[Person]) -> str:
    return "、".join(one.name for one in people)
