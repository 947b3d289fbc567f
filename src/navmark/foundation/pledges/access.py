"""The only door to a pledge: its kind says by circles who takes, keeps and reads."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import known
from navmark.foundation.pledges.about import Thing, thing_of
from navmark.foundation.pledges.models import Pledge, PledgeKind, PledgeLog, PledgeState


def reads(viewer: Viewer, one: PledgeKind) -> bool:
    """Whether she sees who holds what: by a circle, or since she holds something herself. One query at most."""
    by_circle = viewer.has(*one.readers, *one.keepers, *one.takers)
    return by_circle or Pledge.objects.filter(kind=one, holder=viewer.person).exists()


def visible_to(viewer: Viewer) -> QuerySet[Pledge]:
    """Who holds or is asked what now, as far as she sees it: by a circle, or what is her own."""
    hers = [one.pk for one in known.kinds() if viewer.has(*one.readers, *one.keepers, *one.takers)]
    rows = Pledge.objects.filter(Q(kind__in=hers) | Q(holder=viewer.person)).exclude(state=PledgeState.ENDED)
    return rows.select_related("kind", "unit", "holder").order_by("kind__position", "from_day", "pk")


def kind_to_read(viewer: Viewer, code: str) -> PledgeKind:
    """404 for one that there is not, or not for her."""
    try:
        one = known.kind(code)
    except known.UnknownPledge:
        raise Http404 from None
    if not reads(viewer, one):
        raise Http404
    return one


def home_of(viewer: Viewer, one: PledgeKind, *codes: str) -> Unit | None:
    """The unit around which she stands in one of these circles, and that keeps this kind; None where there is none."""
    hers = viewer.units_in(*codes) if is_open(viewer, one) else frozenset()
    return next((unit for unit in viewer.units_today if unit.kind == one.unit_kind and unit.pk in hers), None)


def is_open(viewer: Viewer, one: PledgeKind) -> bool:
    """Whether anything new is taken on of this kind."""
    return one.active_to is None or viewer.on <= one.active_to


def thing_to_take(viewer: Viewer, one: PledgeKind, pk: UUID) -> tuple[Thing, Unit, bool]:
    """What she may take on, the unit that keeps it, and whether she may name another. 404 for no such thing; 403 where it is not
    hers to take."""
    thing = thing_of(one, pk, viewer.on)
    if thing is None:
        raise Http404
    keeps = home_of(viewer, one, *one.keepers)
    home = keeps or home_of(viewer, one, *one.takers)
    if home is None:
        raise PermissionDenied
    return thing, home, keeps is not None


def keeps(viewer: Viewer, pledge: Pledge) -> bool:
    return viewer.is_in(pledge.unit, *pledge.kind.keepers)


def holds(viewer: Viewer, pledge: Pledge) -> bool:
    return pledge.holder_id == viewer.person.pk


def pledge_for(viewer: Viewer, pk: UUID) -> Pledge:
    """With what its page shows, for its holder and the keepers; else 404, so that nothing is confirmed."""
    rows = Pledge.objects.select_related("kind", "unit", "holder", "about_unit", "about_person", "about_entry", "follows__holder")
    pledge = rows.filter(pk=pk).first()
    if pledge is None or not (holds(viewer, pledge) or keeps(viewer, pledge)):
        raise Http404
    return pledge


def pledge_to_keep(viewer: Viewer, pk: UUID) -> Pledge:
    """403 for its holder, who may do everything else."""
    pledge = pledge_for(viewer, pk)
    if not keeps(viewer, pledge):
        raise PermissionDenied
    return pledge


def pledge_to_answer(viewer: Viewer, pk: UUID) -> Pledge:
    """Who was asked says yes or no, nobody else."""
    pledge = pledge_for(viewer, pk)
    if not holds(viewer, pledge):
        raise PermissionDenied
    return pledge


def log_to_write(viewer: Viewer, pk: UUID) -> PledgeLog:
    log = PledgeLog.objects.filter(pk=pk).first()
    if log is None:
        raise Http404
    log.pledge = pledge_for(viewer, log.pledge_id)
    return log


def may_end(viewer: Viewer, pledge: Pledge) -> bool:
    """Its holder too: nobody is held to what she took on freely."""
    return pledge.state == PledgeState.TAKEN and (holds(viewer, pledge) or keeps(viewer, pledge))
