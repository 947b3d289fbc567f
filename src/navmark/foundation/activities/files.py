"""Files of an activity: whoever may see it opens them, whoever keeps it adds and removes them, until its record is locked."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from navmark.foundation.activities import access
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.part_papers import OF, PartPaper, papers_of
from navmark.foundation.activities.part_papers import OWNER as PAPER_OF_PART
from navmark.foundation.attachments.owners import FilePlace, OwnerKind, register
from navmark.foundation.papers.hanging import hangs_on_paper, places_on
from navmark.foundation.papers.queries import answers_of

ACTIVITY = "activities.activity"


def closed_at(pk: UUID) -> datetime | None:
    """The lock takes the same row, so a file is removed before it or not at all."""
    return Activity.objects.select_for_update().values_list("closed_at", flat=True).get(pk=pk)


def places(activity: Activity) -> list[FilePlace]:
    """The questions that files answer while it is written: of its own paper, and of the parts that joined it."""
    if activity.completed_at is not None or activity.state == ActivityState.CANCELLED:
        return []
    joined = [paper for paper in papers_of(activity).values() if paper.part.is_joined]
    own = places_on(answers_of(activity), activity.day)
    return [*own, *(place for paper in joined for place in _beside(paper, activity))]


def _beside(paper: PartPaper, activity: Activity) -> Iterator[FilePlace]:
    for one in places_on(paper.answers, activity.day):
        yield FilePlace(f"{paper.scope}{one.key}", f"{paper.part} · {one.label}")


def hang(owner_id: UUID, key: str, file: UUID, *, there: bool, by: Any, at: datetime) -> None:
    """On the paper of the occasion, or of its part of the kind that the key names."""
    kind, _of, asked = key.rpartition(OF)
    part = Part.objects.filter(activity=owner_id, kind=kind).first() if kind else None
    if part is not None:
        hangs_on_paper(PAPER_OF_PART)(part.pk, asked, file, there=there, by=by, at=at)
    else:
        hangs_on_paper(ACTIVITY)(owner_id, asked, file, there=there, by=by, at=at)


register(OwnerKind(ACTIVITY, access.activity_for, access.kept_by, closed_at, page_of, places, hang))
