"""先做好这几件事: from an empty school to its first occasion, in the order in which each step spares work in the next.

A box of its own above what waits: nothing in it is late, and it goes for good when all is done or an occasion was held.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities.access import may_plan
from navmark.foundation.activities.kinds import all_kinds
from navmark.foundation.activities.models import Activity, ActivityState
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

NEEDED = {
    UnitKind.BRANCH: (PostKind.SECRETARY, PostKind.CLERK),
    UnitKind.PARTY_GROUP: (PostKind.GROUP_LEADER,),
}  # without them nobody arranges what is due


@dataclass(frozen=True)
class FirstStep:
    """`url` is empty where somebody else does it; `detail` then says who."""

    what: str
    is_done: bool
    detail: str = ""
    button: str = ""
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


def first_steps_for(viewer: Viewer, on: date) -> FirstSteps | None:
    """None for who does not set the school up, and once it has begun. A school in use pays one query, a beginning one eight."""
    if not viewer.has(ADMINISTRATOR, CLERK, SECRETARY) or has_begun():
        return None
    units = list(Unit.objects.on(on).filter(kind__in=NEEDED))
    party = (_members(), _offices(units, on)) if any(unit.kind == UnitKind.BRANCH for unit in units) else ()
    engaged = set(Engagement.objects.filter(true_on(on)).exclude(person=viewer.person).values_list("kind", flat=True).distinct())
    tables = (
        _table(
            _("Import the staff"), TableKind.STAFF, EngagementKind.STAFF in engaged, _("Your own account is recognised in it.")
        ),
        *party[:1],
        _table(
            _("Import the pupils"),
            TableKind.PUPILS,
            EngagementKind.PUPIL in engaged,
            _("With their classes, and their guardians if the table has them."),
        ),
    )
    found = FirstSteps((*tables, *party[1:], _codes(viewer), _first_occasion(viewer)))
    return None if found.done == len(found.steps) else found


def has_begun() -> bool:
    return Activity.objects.filter(state=ActivityState.HELD).exists()


def _table(what: str, kind: str, is_done: bool, detail: str) -> FirstStep:
    return FirstStep(what, is_done, detail, _("Import"), f"{reverse('people:import')}?kind={kind}")


def _members() -> FirstStep:
    detail = _("With their Party posts and groups; what is due follows from them.")
    return _table(_("Import the Party members"), TableKind.MEMBERS, PartyStatus.objects.exists(), detail)


def _offices(units: list[Unit], on: date) -> FirstStep:
    """The unit's page of the first office that nobody holds."""
    open_ones = list(_open_offices(units, on))
    what, words = _("Appoint secretary, clerk and group leaders"), _("The members' table brings those it names.")
    if not open_ones:
        return FirstStep(what, True, words)
    unit, kind = open_ones[0]
    lacking = ngettext("%(count)s office is still open", "%(count)s offices are still open", len(open_ones))
    return FirstStep(
        what, False, lacking % {"count": len(open_ones)}, _("Appoint"), reverse("people:office", args=[unit.pk, kind.value])
    )


def _open_offices(units: list[Unit], on: date) -> Iterator[tuple[Unit, PostKind]]:
    held = set(Post.objects.on(on).filter(unit__in=[unit.pk for unit in units]).values_list("unit", "kind"))
    for unit in units:
        yield from ((unit, kind) for kind in NEEDED[UnitKind(unit.kind)] if (unit.pk, kind.value) not in held)


def _codes(viewer: Viewer) -> FirstStep:
    """Done with the first code, or account, of somebody besides the one who looks."""
    is_done = any(rows.objects.exclude(person=viewer.person).exists() for rows in (Invitation, SchoolAccount))
    detail = _("Everybody opens the own account with the code on a printed slip.")
    return FirstStep(_("Hand out the login codes"), is_done, detail, _("Print login codes"), reverse("people:codes"))


def _first_occasion(viewer: Viewer) -> FirstStep:
    """On the page that offers whatever this viewer may arrange."""
    what, is_done = _("Arrange the first meeting"), Activity.objects.exclude(state=ActivityState.CANCELLED).exists()
    if not any(one.is_open_on(viewer.on) and may_plan(viewer, one) for one in all_kinds()):
        return FirstStep(what, is_done, _("Whoever answers for it does that; it then stands on their Today."))
    return FirstStep(what, is_done, "", _("Arrange"), reverse("activities:choose"))
