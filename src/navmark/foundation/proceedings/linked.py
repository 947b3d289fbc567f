"""A task of a meeting: what may begin from the meeting may begin from it alone, with its words, who does it and until when."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from navmark.foundation.activities import access
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.linked import OCCASION, carrying
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.pages import page_of
from navmark.foundation.links.linkable import Closable, Linkable, Linked, register
from navmark.foundation.links.models import Tag, Tie
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


def tagged(viewer: Viewer, tag: Tag) -> list[Linked]:
    """Those that were carried into it; others are read in their meeting."""
    meetings = access.visible_to(viewer).values("pk")
    ties = Tie.objects.filter(tag=tag, kind=TASK).values("thing")
    return _linked(FollowUp.objects.filter(pk__in=ties, decision__item__part__activity__in=meetings))


def _open_in(tag: Tag) -> QuerySet[FollowUp]:
    """What the meetings that carry it have asked for and nobody has done, and what was carried into it."""
    of_meetings = Q(decision__item__part__activity__in=carrying(tag).values("pk"))
    came = Q(pk__in=Tie.objects.filter(tag=tag, kind=TASK).values("thing"))
    return FollowUp.objects.filter(of_meetings | came, done_on=None)


def left(tag: Tag) -> list[tuple[str, int]]:
    """What has gone on into another campaign is not left."""
    gone = Tie.objects.filter(carried_from=tag, kind=TASK).values("thing")
    count = _open_in(tag).exclude(pk__in=gone).count()
    return [(_("tasks of meetings"), count)] if count else []


def unfinished(viewer: Viewer, tag: Tag) -> list[Linked]:
    """Hers to do, or of a meeting that she keeps."""
    meeting = "decision__item__part__activity"
    rows = _open_in(tag).select_related(f"{meeting}__unit").prefetch_related(f"{meeting}__parts")
    hers = [one.pk for one in rows if one.doer_id == viewer.person.pk or access.may_keep(viewer, _meeting(one))]
    return _linked(FollowUp.objects.filter(pk__in=hers)) if hers else []


def _meeting(one: FollowUp) -> Activity:
    return one.decision.item.part.activity


def none_named(viewer: Viewer, codes: Collection[str], words: str) -> Sequence[Linked]:
    return ()


def _linked(rows: QuerySet[FollowUp]) -> list[Linked]:
    rows = rows.select_related("owner", "taken_over_by", "decision__item__part__activity__unit").order_by("due_on", "pk")
    return [_one(one) for one in rows.prefetch_related("decision__item__part__activity__parts")]


def _one(one: FollowUp) -> Linked:
    meeting = _meeting(one)
    how_far = pgettext("task", "done") if one.done_on else _("by %(day)s") % {"day": cn_date(one.due_on)}
    return Linked(
        kind=TASK, pk=one.pk, what=_("task of a meeting"), title=one.what, day=meeting.day, page=page_of(meeting),
        how_far=how_far, is_open=one.done_on is None, whose=one.doer.name, unit=meeting.unit_id, host=one.doer.pk, due=one.due_on,
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


register(
    Linkable(
        TASK, shown, tagged, none_named, within=within, unfinished=unfinished, left=left, closes=closes, reopen=reopen,
    )
)  # fmt: skip
