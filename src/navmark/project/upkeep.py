"""What the system administrator has to do, from rows and from the machine: each line until it is done, each with its page.

A backup is made on the machine, not on a page: that line names the command instead.
"""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.models import Term
from navmark.foundation.cadence.models import DutyState
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.people.dated import true_on
from navmark.foundation.people.models import (
    CommitteeTerm,
    Engagement,
    EngagementKind,
    Invitation,
    PartyStatus,
    Person,
    Post,
    PostKind,
    SchoolAccount,
    Unit,
    UnitKind,
)
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.viewer import Viewer
from navmark.project.doctor import at_a_glance
from navmark.project.first_steps import has_begun
from navmark.project.lines import WaitingLine


def upkeep_for(viewer: Viewer, on: date) -> list[WaitingLine]:
    """Nothing for others, and nothing before there is a roster: the page then begins with that. Eight queries.

    Who holds no office and who has no account is among the first steps until the school has begun.
    """
    if not viewer.has(ADMINISTRATOR) or not has_roster():
        return []
    branches = _branches(on)
    # A demo is thrown away: nobody has to back it up.
    machine = () if viewer.school.is_demo else _machine()
    people = (*_offices(on, several=len(branches) > 1), *_accounts(on)) if has_begun() else ()
    return [*people, *_committee_terms(branches), *_school_terms(on), *machine]


def has_roster() -> bool:
    return PartyStatus.objects.exists()


def _todo(what: str, button: str = "", url: str = "", detail: str = "") -> WaitingLine:
    return WaitingLine(what, DutyState.DUE.value, DutyState.DUE.label, None, detail=detail, button=button, url=url)


def _offices(on: date, *, several: bool) -> Iterator[WaitingLine]:
    """Without a secretary, a clerk or a group's leader nobody arranges what is due. `several` branches are told apart."""
    for kind, of, words in (
        (PostKind.SECRETARY, UnitKind.BRANCH, _("%(unit)s has no secretary on record")),
        (PostKind.CLERK, UnitKind.BRANCH, _("%(unit)s has no Party clerk")),
        (PostKind.GROUP_LEADER, UnitKind.PARTY_GROUP, _("%(unit)s has no leader")),
    ):
        held = Exists(Post.objects.on(on).filter(school=OuterRef("school"), unit=OuterRef("pk"), kind=kind))
        for unit in Unit.objects.on(on).filter(~held, kind=of).select_related("parent"):
            page = reverse("people:office", args=[unit.pk, kind.value])
            yield _todo(words % {"unit": unit.name}, _("Appoint"), page, unit.parent.name if several and unit.parent else "")


def _branches(on: date) -> list[Unit]:
    """Each with whether the term of its committee is `recorded`."""
    recorded = Exists(CommitteeTerm.objects.filter(school=OuterRef("school"), branch=OuterRef("pk")))
    return list(Unit.objects.on(on).filter(kind=UnitKind.BRANCH).annotate(recorded=recorded))


def _accounts(on: date) -> Iterator[WaitingLine]:
    """Staff and members who can neither log in nor hold a code that still opens an account."""
    staff = Engagement.objects.filter(true_on(on), kind=EngagementKind.STAFF).values("person")
    members = PartyStatus.objects.on(on).filter(status__in=MEMBER_STATUSES).values("person")
    codes = Invitation.objects.filter(used_at__isnull=True, expires_at__gt=timezone.now()).values("person")
    people = Person.objects.filter(Q(pk__in=staff) | Q(pk__in=members)).exclude(pk__in=codes)
    if count := people.exclude(pk__in=SchoolAccount.objects.values("person")).count():
        words = ngettext("%(count)s colleague has no account yet", "%(count)s colleagues have no account yet", count)
        yield _todo(words % {"count": count}, _("Print login codes"), reverse("people:codes"))


def _committee_terms(branches: list[Unit]) -> Iterator[WaitingLine]:
    for branch in branches:
        if not branch.recorded:  # type: ignore[attr-defined]
            page, detail = reverse("people:term", args=[branch.pk]), branch.name if len(branches) > 1 else ""
            yield _todo(_("When the committee was elected is not recorded"), _("Enter"), page, detail)


def _school_terms(on: date) -> Iterator[WaitingLine]:
    if Term.objects.filter(year=school_year_of(on)).count() < len(Term.Number):
        detail = _("Until then the usual dates stand in.")
        yield _todo(_("The terms of this school year are not entered"), _("Enter"), reverse("terms"), detail)


def _machine() -> Iterator[WaitingLine]:
    return (_todo(one.about, detail=one.words) for one in at_a_glance() if not one.is_good)
