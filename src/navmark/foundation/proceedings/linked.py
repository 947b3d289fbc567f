"""A task of a meeting: what may begin from the meeting may begin from it alone, with its words, who does it and until when."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from navmark.foundation.activities import access
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.linked import OCCASION
from navmark.foundation.activities.pages import page_of
from navmark.foundation.links.linkable import Closable, Linkable, Linked, register
from navmark.foundation.links.models import Tag
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.proceedings.actions.deciding import finish_task, reopen_task
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.ui.dates import cn_date

TASK = FollowUp._meta.label_lower


def shown(viewer: Viewer, pks: Collection[UUID]) -> list[Linked]:
    meetings = access.visible_to(viewer).values("pk")
    return _linked(FollowUp.objects.filter(pk__in=pks, decision__item__part__activity__in=meetings))


def within(viewer: Viewer, whole: Linked) -> list[Linked]:
    """Of a meeting that she sees: who is to do what until when, by day."""
    return _linked(FollowUp.objects.filter(decision__item__part__activity=whole.pk)) if whole.kind == ACTIVITY else []


def none_tagged(viewer: Viewer, tag: Tag) -> Sequence[Linked]:
    return ()


def none_named(viewer: Viewer, codes: Collection[str], words: str) -> Sequence[Linked]:
    return ()


def _linked(rows: QuerySet[FollowUp]) -> list[Linked]:
    rows = rows.select_related("owner", "taken_over_by", "decision__item__part__activity__unit").order_by("due_on", "pk")
    return [_one(one) for one in rows.prefetch_related("decision__item__part__activity__parts")]


def _one(one: FollowUp) -> Linked:
    meeting = one.decision.item.part.activity
    return Linked(
        kind=TASK, pk=one.pk, what=_("task of a meeting"), title=one.what, day=meeting.day, page=page_of(meeting),
        is_open=one.done_on is None, whose=one.doer.name, unit=meeting.unit_id, host=one.doer.pk, due=one.due_on,
        codes=tuple(f"{OCCASION}{part.kind}" for part in meeting.parts.all()),
    )  # fmt: skip


def closes(viewer: Viewer, pk: UUID) -> list[Closable]:
    """It is done with what was begun from it: whoever sees the meeting says so of both at once."""
    meetings = access.visible_to(viewer).values("pk")
    open_ones = FollowUp.objects.filter(pk=pk, done_on=None, decision__item__part__activity__in=meetings)
    return [_closable(one) for one in open_ones.select_related("owner", "taken_over_by")]


def _closable(one: FollowUp) -> Closable:
    def close(*, through: UUID, title: str, by: Person, at: datetime) -> None:
        finish_task(one, on=localdate(at), by=by, at=at, through=through)

    words = _("The task of the meeting is done with it: %(what)s (%(who)s, by %(day)s)")
    told = {"what": one.what, "who": one.doer.name, "day": cn_date(one.due_on)}
    return Closable(one.pk, words % told, close, is_meant=True)


def reopen(*, through: UUID, by: Person, at: datetime) -> None:
    for one in FollowUp.objects.filter(handed_in=through).select_related("owner", "taken_over_by"):
        reopen_task(one, by=by, at=at)


register(Linkable(TASK, shown, none_tagged, none_named, within=within, closes=closes, reopen=reopen))
