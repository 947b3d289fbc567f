"""Whose turn it is when, on a unit's page: of the tables that the unit keeps, and its own in those of others."""

from django.db.models import Q
from django.utils.translation import gettext as _

from navmark.foundation.people.gathering import Gathered, GatheredLine, gathers
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.rotas.access import visible_to
from navmark.foundation.rotas.models import Turn, TurnState
from navmark.foundation.rotas.pages import page_of
from navmark.foundation.ui.dates import cn_date

AT_MOST = 12


@gathers
def turns(viewer: Viewer, unit: Unit) -> Gathered:
    """Next ones first. Two queries."""
    rows = visible_to(viewer).filter(Q(unit=unit) | Q(holder_unit=unit), ends_on__gte=viewer.on)[:AT_MOST]
    return Gathered(_("Whose turn it is"), [_line(one, unit) for one in rows])


def _line(one: Turn, unit: Unit) -> GatheredLine:
    """A turn of the unit itself does not say its name again."""
    holder = "" if one.holder_unit_id == unit.pk else one.holder
    shift = one.rota.shift_called(one.shift) if one.shift else ""
    what = " · ".join(filter(None, (one.rota.name, one.rota.post_called(one.post), shift, holder)))
    return GatheredLine(what, cn_date(one.day) if one.day else one.when, page_of(one), state_label=_state(one))


def _state(one: Turn) -> str:
    if one.is_kept:
        return _("done")
    return str(TurnState.PROPOSED.label) if one.state == TurnState.PROPOSED else ""
