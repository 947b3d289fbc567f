"""先做好这几件事: from an empty school to its first occasion, in the order in which each step spares work in the next.

A box of its own above what waits: nothing in it is late, and it goes for good when all is done or an occasion was held. Each step
is a row of what waits, also when it is done.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, override

from navmark.foundation.activities.access import may_plan
from navmark.foundation.activities.kinds import all_kinds
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.models import Step as Verb
from navmark.foundation.cadence.sources import ARRANGED, BEGINNING, SCHOOL, Matter, Source, coded, register, said
from navmark.foundation.people.circles.named import ADMINISTRATOR, CLERK, SECRETARY
from navmark.foundation.people.dated import true_on
from navmark.foundation.people.models import (
    Engagement,
    EngagementKind,
    Invitation,
    PartyStatus,
    Post,
    PostKind,
    SchoolAccount,
    TableKind,
    Unit,
    UnitKind,
)
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.tenancy.scope import active_school_id

FIRST_STEP = "first_step"
NEEDED = {
    UnitKind.BRANCH: (PostKind.SECRETARY, PostKind.CLERK),
    UnitKind.PARTY_GROUP: (PostKind.GROUP_LEADER,),
}  # without them nobody arranges what is due
STAFF, MEMBERS, PUPILS, OFFICES, CODES, OCCASION = "staff", "members", "pupils", "offices", "codes", "occasion"
STEPS: dict[str, tuple[str | Promise, str | Promise]] = {
    STAFF: (gettext_lazy("Import the staff"), gettext_lazy("Your own account is recognised in it.")),
    MEMBERS: (
        gettext_lazy("Import the Party members"),
        gettext_lazy("With their Party posts and groups; what is due follows from them."),
    ),
    PUPILS: (
        gettext_lazy("Import the pupils"),
        gettext_lazy("With their classes, and their guardians if the table has them."),
    ),
    OFFICES: (
        gettext_lazy("Appoint secretary, clerk and group leaders"),
        gettext_lazy("The members' table brings those it names."),
    ),
    CODES: (
        gettext_lazy("Hand out the login codes"),
        gettext_lazy("Everybody opens the own account with the code on a printed slip."),
    ),
    OCCASION: (gettext_lazy("Arrange the first meeting"), ""),
}  # what to do, and what to know of it, in their order
TABLES = {STAFF: TableKind.STAFF, MEMBERS: TableKind.MEMBERS, PUPILS: TableKind.PUPILS}


@dataclass(frozen=True)
class FirstStep:
    """`url` is empty where somebody else does it; `detail` then says who."""

    what: str | Promise
    is_done: bool
    detail: str | Promise = ""
    button: str | Promise = ""
    url: str = ""


@dataclass(frozen=True)
class FirstSteps:
    steps: tuple[FirstStep, ...]

    @property
    def done(self) -> int:
        return sum(one.is_done for one in self.steps)

    @property
    def next(self) -> FirstStep | None:
        """The first that this viewer can do herself."""
        return next((one for one in self.steps if one.url and not one.is_done), None)


def first_steps_of(viewer: Viewer, rows: Iterable[Duty]) -> FirstSteps | None:
    """The box, from those rows that wait for this viewer; None where there are none. No query."""
    found = {row.source_id: row for row in rows}
    there = [(key, found[pk]) for key in STEPS if (pk := _source(key)) in found]
    return FirstSteps(tuple(_step(viewer, key, row) for key, row in there)) if there else None


def _source(key: str) -> UUID:
    return uuid5(active_school_id(), f"{FIRST_STEP} {key}")


def _step(viewer: Viewer, key: str, row: Duty) -> FirstStep:
    what, detail = STEPS[key]
    verb = Verb(row.step)
    if verb == Verb.LOOK:
        return FirstStep(what, True, detail)
    if key != OCCASION:
        return FirstStep(what, False, said(row, row.note) or detail, verb.label, row.page)
    if not any(one.is_open_on(viewer.on) and may_plan(viewer, one) for one in all_kinds()):
        return FirstStep(what, False, _("Whoever answers for it does that; it then stands on their Today."))
    return FirstStep(what, False, "", verb.label, reverse("activities:choose"))


def steps(_ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """In a school in use one query, in a beginning one eight."""
    if has_begun(on):
        return
    with override(settings.LANGUAGE_CODE):
        found = list(_all(on))
    if any(one.step != Verb.LOOK for one in found):
        yield from found


def has_begun(on: date) -> bool:
    """Before that day, like all that the morning says."""
    return Activity.objects.filter(state=ActivityState.HELD, day__lt=on).exists()


def _all(on: date) -> Iterator[Matter]:
    units = list(Unit.objects.on(on).filter(kind__in=NEEDED))
    is_of_the_party = any(unit.kind == UnitKind.BRANCH for unit in units)
    engaged = Engagement.objects.filter(true_on(on))
    yield _table(STAFF, is_done=len(set(engaged.filter(kind=EngagementKind.STAFF).values_list("person")[:2])) > 1)
    if is_of_the_party:
        yield _table(MEMBERS, is_done=PartyStatus.objects.exists())
    yield _table(PUPILS, is_done=engaged.filter(kind=EngagementKind.PUPIL).exists())
    if is_of_the_party:
        yield _offices(units, on)
    yield _matter(CODES, Verb.CODES, reverse("people:codes"), is_done=Invitation.objects.exists() or _several_accounts())
    yield _matter(OCCASION, Verb.ARRANGE, is_done=Activity.objects.exclude(state=ActivityState.CANCELLED).exists())


def _several_accounts() -> bool:
    """Whoever set the school up has one."""
    return len(SchoolAccount.objects.values_list("pk")[:2]) > 1


def _matter(key: str, verb: Verb, page: str = "", *, is_done: bool, note: str = "") -> Matter:
    return Matter(
        source=_source(key), about=active_school_id(), title=str(STEPS[key][0]), step=Verb.LOOK if is_done else verb, page=page,
        note=note, circles=(ADMINISTRATOR, CLERK, SECRETARY), opens_on=date.min,
    )  # fmt: skip


def _table(key: str, *, is_done: bool) -> Matter:
    return _matter(key, Verb.IMPORT, f"{reverse('people:import')}?kind={TABLES[key]}", is_done=is_done)


def _offices(units: list[Unit], on: date) -> Matter:
    """The unit's page of the first office that nobody holds."""
    open_ones = list(_open_offices(units, on))
    if not open_ones:
        return _matter(OFFICES, Verb.APPOINT, is_done=True)
    unit, kind = open_ones[0]
    page = reverse("people:office", args=[unit.pk, kind.value])
    return _matter(OFFICES, Verb.APPOINT, page, is_done=False, note=coded("open", len(open_ones)))


def _open_offices(units: list[Unit], on: date) -> Iterator[tuple[Unit, PostKind]]:
    held = set(Post.objects.on(on).filter(unit__in=[unit.pk for unit in units]).values_list("unit", "kind"))
    for unit in units:
        yield from ((unit, kind) for kind in NEEDED[UnitKind(unit.kind)] if (unit.pk, kind.value) not in held)


def _open(count: str) -> str:
    lacking = ngettext("%(count)s office is still open", "%(count)s offices are still open", int(count))
    return lacking % {"count": count}


register(Source(FIRST_STEP, (SCHOOL, ARRANGED, BEGINNING), steps, beside=True, words={"open": _open}))
