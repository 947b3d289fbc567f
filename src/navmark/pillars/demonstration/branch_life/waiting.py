"""What waits here and is no duty of a cadence: themes that were proposed and that nobody has answered."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Count, Min
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import ngettext

from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import SCHOOL, Matter, Source, coded, register
from navmark.pillars.demonstration.branch_life.models import Proposal, ProposalState

PROPOSALS = "proposals"
ANSWERED_BY = ("committee", "clerk")


def proposals(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """主题征集: each proposal gets a meeting or an answer, from the committee or the clerk; one row a branch. One query."""
    rows = Proposal.objects.filter(state=ProposalState.OPEN)
    rows = rows if ids is None else rows.filter(unit__in=list(ids))
    for unit, count, since in rows.order_by().values_list("unit").annotate(Count("pk"), Min("at")):
        yield Matter(
            source=unit, about=unit, title=coded("open", count), step=Step.ANSWER, place=unit, circles=ANSWERED_BY,
            opens_on=localdate(since), page=reverse("branch_life:proposals"),
        )  # fmt: skip


def _open(count: str) -> str:
    words = ngettext("%(count)s proposal waits for an answer", "%(count)s proposals wait for an answer", int(count))
    return words % {"count": count}


register(Source("proposals", (PROPOSALS, SCHOOL), proposals, words={"open": _open}))
