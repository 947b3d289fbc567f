"""What the rules say of the branch itself: its committee and its term; and, to the secretary alone, whom to ask after.

Nobody is counted here: a member stands on the list only while the rule asks somebody to care, and goes from it with a reason.
Each is a row of what waits, for attention alone.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from uuid import UUID, uuid5

from django.conf import settings
from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.activities.models import Attendance, Presence
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.waiting import ATTENDANCE
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import SCHOOL, Matter, Source, register
from navmark.foundation.people import queries as people
from navmark.foundation.people.circles.named import CLERK, COMMITTEE, SECRETARY
from navmark.foundation.people.models import CommitteeTerm, PartyStatus, Status, Unit
from navmark.foundation.statute.checks import care
from navmark.foundation.statute.checks import committee as checks
from navmark.foundation.statute.findings import Finding, Outcome
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id
from navmark.foundation.ui.marks import colon


def committees(_ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """Three queries a branch."""
    with override(settings.LANGUAGE_CODE):
        for branch in people.branches(on):
            yield from _about_committee(branch, people.statuses_on(branch, on), on)


def _about_committee(branch: Unit, statuses: list[PartyStatus], on: date) -> Iterator[Matter]:
    page, circles = reverse("people:branch", args=[branch.pk]), (SECRETARY, CLERK, COMMITTEE)
    full = sum(one.status == Status.FULL for one in statuses)
    size = people.committee_on(branch, on).count()
    term = CommitteeTerm.objects.filter(branch=branch, elected_on__lte=on).first()
    found = [checks.committee(full_members=max(full, size), size=size, on=on)]
    if term is not None:
        found.append(checks.committee_term(elected_on=term.elected_on, approved_until=term.due_on, on=on))
    for finding in filter(_is_said, found):
        yield _remark(branch, str(finding.message), page, finding, about=branch.pk, circles=circles)
    if size and term is None:
        words = _("When the committee was elected is not recorded yet: enter it on the branch's page.")
        yield _remark(branch, words, page, None, about=branch.pk, circles=circles)


def unseen(ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """支部工作: two months without 组织生活 ask for care, four for a talk. Who is away for a known reason is not on the list.

    What was seen before this day counts. Five queries a branch."""
    since = School.objects.get(pk=active_school_id()).in_use_since
    with override(settings.LANGUAGE_CODE):
        for branch in people.branches(on):
            statuses = people.statuses_on(branch, on)
            asked = [one for one in statuses if ids is None or one.person_id in ids]
            yield from _about_the_unseen(branch, asked, since=since, on=on)


def _about_the_unseen(branch: Unit, statuses: list[PartyStatus], *, since: date, on: date) -> Iterator[Matter]:
    begun = {one.person: one.from_day for one in sorted(statuses, key=lambda one: one.person.sort_key)}
    away, seen = people.reasons_away(begun, on), _seen(begun, before=on)
    for member, from_day in begun.items():
        row = seen.get(member.pk, {"there": None, "excused": None})
        last = max(filter(None, (row["there"], since, from_day)))
        reason = away.get(member.pk, "") or (row["excused"] and row["excused"] > last and _("on leave")) or ""
        finding = care.absence(last_seen=min(last, on), reason=str(reason), on=on)
        if _is_said(finding):
            page = reverse("people:person", args=[member.pk])
            words = f"{member.name}{colon()}{finding.message}"
            yield _remark(branch, words, page, finding, about=member.pk, circles=(SECRETARY,))


def _seen(members: Collection[object], *, before: date) -> dict[UUID, dict]:
    """Person -> the last day of those before on which she was there, or excused."""
    rows = Attendance.objects.filter(person__in=members, activity__day__lt=before).order_by().values("person")
    return {row["person"]: row for row in rows.annotate(
        there=Max("activity__day", filter=Q(presence__in=THERE)),
        excused=Max("activity__day", filter=Q(presence=Presence.LEAVE)),
    )}  # fmt: skip


def _is_said(finding: Finding) -> bool:
    return finding.outcome in (Outcome.PROBLEM, Outcome.DUE)


def _remark(branch: Unit, words: str, page: str, finding: Finding | None, *, about: UUID, circles: tuple[str, ...]) -> Matter:
    rule_id = finding.rule_id if finding else ""
    return Matter(
        source=uuid5(branch.pk, f"{about} {rule_id}"), about=about, title=words, step=Step.HEED, place=branch.pk, circles=circles,
        page=page, rule_id=rule_id, opens_on=date.min,
    )  # fmt: skip


register(Source("committee", (SCHOOL,), committees, beside=True))
register(Source("unseen", (SCHOOL, ATTENDANCE), unseen, beside=True))
