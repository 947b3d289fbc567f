"""What the rules say of the branch itself: its committee and its term; and, to the secretary alone, whom to ask after.

Nobody is counted here: a member stands on the list only while the rule asks somebody to care, and goes from it with a reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Attendance, Presence
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.people import queries as people
from navmark.foundation.people.circles.named import CLERK, COMMITTEE, SECRETARY
from navmark.foundation.people.models import CommitteeTerm, PartyStatus, Status, Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.statute.checks import care
from navmark.foundation.statute.checks import committee as checks
from navmark.foundation.statute.findings import Finding, Outcome
from navmark.foundation.ui.marks import colon


@dataclass(frozen=True)
class AttentionLine:
    words: str
    rule_id: str = ""
    citation: str = ""
    url: str = ""


def remarks_for(viewer: Viewer, on: date) -> list[AttentionLine]:
    own = viewer.homes_in(SECRETARY, CLERK, COMMITTEE)
    found: list[AttentionLine] = []
    for branch in people.branches(on).filter(pk__in=own) if own else ():
        statuses = people.statuses_on(branch, on)
        whose = branch.name if len(own) > 1 else ""  # who has one branch knows which
        found += _about_committee(branch, statuses, on, whose)
        if viewer.is_in(branch, SECRETARY):
            found += _about_the_unseen(statuses, since=viewer.school.in_use_since, on=on)
    return found


def _about_committee(branch: Unit, statuses: list[PartyStatus], on: date, whose: str) -> Iterator[AttentionLine]:
    page = reverse("people:branch", args=[branch.pk])
    full = sum(one.status == Status.FULL for one in statuses)
    size = people.committee_on(branch, on).count()
    yield from _remark(checks.committee(full_members=max(full, size), size=size, on=on), page, name=whose)
    term = CommitteeTerm.objects.filter(branch=branch, elected_on__lte=on).first()
    if term is not None:
        yield from _remark(checks.committee_term(elected_on=term.elected_on, approved_until=term.due_on, on=on), page, name=whose)
    elif size:
        yield AttentionLine(
            _named(whose, _("When the committee was elected is not recorded yet: enter it on the branch's page.")), url=page
        )


def _about_the_unseen(statuses: list[PartyStatus], *, since: date, on: date) -> Iterator[AttentionLine]:
    """支部工作: two months without 组织生活 ask for care, four for a talk. Who is away for a known reason is not on the list."""
    begun = {one.person: one.from_day for one in statuses}
    members = sorted(begun, key=lambda person: person.sort_key)
    away = people.reasons_away(members, on)
    rows = Attendance.objects.filter(person__in=members, activity__day__lte=on).order_by().values("person")
    seen = {row["person"]: row for row in rows.annotate(
        there=Max("activity__day", filter=Q(presence__in=THERE)),
        excused=Max("activity__day", filter=Q(presence=Presence.LEAVE)),
    )}  # fmt: skip
    for member in members:
        row = seen.get(member.pk, {"there": None, "excused": None})
        last = max(filter(None, (row["there"], since, begun[member])))
        reason = away.get(member.pk, "") or (row["excused"] and row["excused"] > last and _("on leave")) or ""
        finding = care.absence(last_seen=min(last, on), reason=str(reason), on=on)
        yield from _remark(finding, reverse("people:person", args=[member.pk]), name=member.name)


def _remark(finding: Finding, url: str, *, name: str = "") -> Iterator[AttentionLine]:
    if finding.outcome in (Outcome.PROBLEM, Outcome.DUE):
        yield AttentionLine(_named(name, str(finding.message)), finding.rule_id, finding.article, url)


def _named(name: str, words: str) -> str:
    return f"{name}{colon()}{words}" if name else words
