"""What the system administrator has to do, from rows and from the machine: each a row of what waits, with its page.

A row keeps a code and what it is about; its words are made in the language of whoever reads (`WORDS`, at the end).

A backup is made on the machine, not on a page: that row names the command instead.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.models import Term
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import BEGINNING, SCHOOL, Matter, Source, coded, register
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

LACKING = (
    (PostKind.SECRETARY, UnitKind.BRANCH),
    (PostKind.CLERK, UnitKind.BRANCH),
    (PostKind.GROUP_LEADER, UnitKind.PARTY_GROUP),
)


def upkeep(_ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """Nothing before there is a roster: the first steps begin with that, and who holds no office or has no account is one of
    them until the school has begun. Nine queries."""
    if not has_roster():
        return
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
                yield _todo(one.about, coded(one.code), Step.ENTER, note=coded(f"mend_{one.code}", one.measured))


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
    for kind, of in LACKING:
        held = Exists(Post.objects.on(on).filter(school=OuterRef("school"), unit=OuterRef("pk"), kind=kind))
        for unit in Unit.objects.on(on).filter(~held, kind=of).select_related("parent"):
            page = reverse("people:office", args=[unit.pk, kind.value])
            note = unit.parent.name if several and unit.parent else ""
            yield _todo(f"{kind} {unit.pk}", coded(kind.value, unit.name), Step.APPOINT, page, note=note)


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
        yield _todo("accounts", coded("accounts", count), Step.CODES, reverse("people:codes"))


def _committee_terms(branches: list[Unit]) -> Iterator[Matter]:
    for branch in branches:
        if not branch.recorded:  # type: ignore[attr-defined]
            page, note = reverse("people:term", args=[branch.pk]), branch.name if len(branches) > 1 else ""
            yield _todo(f"term {branch.pk}", coded("term"), Step.ENTER, page, note=note)


def _school_terms(on: date) -> Iterator[Matter]:
    if Term.objects.filter(year=school_year_of(on)).count() < len(Term.Number):
        yield _todo("terms", coded("terms"), Step.ENTER, reverse("terms"), note=coded("usual"))


def _of_accounts(count: str) -> str:
    words = ngettext("%(count)s colleague has no account yet", "%(count)s colleagues have no account yet", int(count))
    return words % {"count": count}


def _of_backups(taken: str) -> str:
    last = _("Last backup %(when)s; ") % {"when": taken} if taken else _("There is no backup yet; ")
    return last + _("run ./navmark backup and keep the file on another computer.")


WORDS: dict[str, Callable[[str], str]] = {
    PostKind.SECRETARY.value: lambda unit: _("%(unit)s has no secretary on record") % {"unit": unit},
    PostKind.CLERK.value: lambda unit: _("%(unit)s has no Party clerk") % {"unit": unit},
    PostKind.GROUP_LEADER.value: lambda unit: _("%(unit)s has no leader") % {"unit": unit},
    "accounts": _of_accounts,
    "term": lambda _what: _("When the committee was elected is not recorded"),
    "terms": lambda _what: _("The terms of this school year are not entered"),
    "usual": lambda _what: _("Until then the usual dates stand in."),
}
OF_THE_MACHINE: dict[str, Callable[[str], str]] = {  # the codes of `doctor`; and how to mend it
    "disk": lambda _what: _("Room on the disk"),
    "mend_disk": lambda left: _("%(left)s GB are left; please clear some room.") % {"left": left},
    "backup": lambda _what: _("Backup"),
    "mend_backup": _of_backups,
    "clock": lambda _what: _("Clock of the machine"),
    "mend_clock": lambda _what: _("The newest entry of the trail lies ahead: please set the clock."),
}
register(Source("upkeep", (SCHOOL, BEGINNING), upkeep, beside=True, words=WORDS))
register(Source(MACHINE, (SCHOOL, MACHINE), machine, beside=True, words=OF_THE_MACHINE))
