"""What the system administrator has to do, from rows and from the machine: each a row of what waits, with its page.

A backup is made on the machine, not on a page: that row names the command instead.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.models import Term
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import BEGINNING, SCHOOL, Matter, Source, register
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
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id
from navmark.project.doctor import MACHINE, at_a_glance
from navmark.project.first_steps import has_begun


def upkeep(_ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """Nothing before there is a roster: the first steps begin with that, and who holds no office or has no account is one of
    them until the school has begun. Nine queries."""
    if not has_roster():
        return
    with override(settings.LANGUAGE_CODE):
        branches = _branches(on)
        if has_begun(on):
            yield from _offices(on, several=len(branches) > 1)
            yield from _accounts(on)
        yield from _committee_terms(branches)
        yield from _school_terms(on)


def machine(_ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """A demo is thrown away: nobody has to back it up."""
    if has_roster() and not _school().is_demo:
        for one in at_a_glance():
            if not one.is_good:
                yield _todo(one.about, one.about, Step.ENTER, note=one.words)


def has_roster() -> bool:
    return PartyStatus.objects.exists()


def _school() -> School:
    return School.objects.get(pk=active_school_id())


def _todo(key: str, title: str, step: Step, page: str = "", *, note: str = "") -> Matter:
    """It waits since the beginning: nothing of it is ever late."""
    school = active_school_id()
    return Matter(
        source=uuid5(school, key), about=school, title=title, step=step, page=page, note=note, circles=(ADMINISTRATOR,),
        opens_on=date.min,
    )  # fmt: skip


def _offices(on: date, *, several: bool) -> Iterator[Matter]:
    """Without a secretary, a clerk or a group's leader nobody arranges what is due. `several` branches are told apart."""
    for kind, of, words in (
        (PostKind.SECRETARY, UnitKind.BRANCH, _("%(unit)s has no secretary on record")),
        (PostKind.CLERK, UnitKind.BRANCH, _("%(unit)s has no Party clerk")),
        (PostKind.GROUP_LEADER, UnitKind.PARTY_GROUP, _("%(unit)s has no leader")),
    ):
        held = Exists(Post.objects.on(on).filter(school=OuterRef("school"), unit=OuterRef("pk"), kind=kind))
        for unit in Unit.objects.on(on).filter(~held, kind=of).select_related("parent"):
            page = reverse("people:office", args=[unit.pk, kind.value])
            note = unit.parent.name if several and unit.parent else ""
            yield _todo(f"{kind} {unit.pk}", words % {"unit": unit.name}, Step.APPOINT, page, note=note)


def _branches(on: date) -> list[Unit]:
    """Each with whether the term of its committee is `recorded`."""
    recorded = Exists(CommitteeTerm.objects.filter(school=OuterRef("school"), branch=OuterRef("pk")))
    return list(Unit.objects.on(on).filter(kind=UnitKind.BRANCH).annotate(recorded=recorded))


def _accounts(on: date) -> Iterator[Matter]:
    """Staff and members who can neither log in nor hold a code that still opens an account at the beginning of the day."""
    staff = Engagement.objects.filter(true_on(on), kind=EngagementKind.STAFF).values("person")
    members = PartyStatus.objects.on(on).filter(status__in=MEMBER_STATUSES).values("person")
    morning = timezone.make_aware(datetime.combine(on, time.min))
    codes = Invitation.objects.filter(used_at__isnull=True, expires_at__gt=morning).values("person")
    people = Person.objects.filter(Q(pk__in=staff) | Q(pk__in=members)).exclude(pk__in=codes)
    if count := people.exclude(pk__in=SchoolAccount.objects.values("person")).count():
        words = ngettext("%(count)s colleague has no account yet", "%(count)s colleagues have no account yet", count)
        yield _todo("accounts", words % {"count": count}, Step.CODES, reverse("people:codes"))


def _committee_terms(branches: list[Unit]) -> Iterator[Matter]:
    for branch in branches:
        if not branch.recorded:  # type: ignore[attr-defined]
            page, note = reverse("people:term", args=[branch.pk]), branch.name if len(branches) > 1 else ""
            yield _todo(f"term {branch.pk}", _("When the committee was elected is not recorded"), Step.ENTER, page, note=note)


def _school_terms(on: date) -> Iterator[Matter]:
    if Term.objects.filter(year=school_year_of(on)).count() < len(Term.Number):
        note = _("Until then the usual dates stand in.")
        yield _todo("terms", _("The terms of this school year are not entered"), Step.ENTER, reverse("terms"), note=note)


register(Source("upkeep", (SCHOOL, BEGINNING), upkeep, beside=True))
register(Source(MACHINE, (SCHOOL, MACHINE), machine, beside=True))
