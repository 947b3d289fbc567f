"""How much the registers hold of a unit, on its page; what it is stands behind their lists."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.people.gathering import Gathered, GatheredLine, gathers
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.filtering import asks, stands_in
from navmark.foundation.registers.models import Register


@gathers
def kept(viewer: Viewer, unit: Unit) -> Gathered:
    """Each register with as many entries as its list shows; then those to which she may add and that are empty. Three
    queries at most."""
    fitting = [one for one in known.registers() if one.unit_kind == unit.kind]
    rows = access.visible_to(viewer, *fitting).filter(stands_in(viewer.on.year), unit=unit).order_by() if fitting else None
    counts = (
        rows.values_list("register").annotate(Count("pk"), asking=Count("pk", filter=asks(*fitting))) if rows is not None else ()
    )
    found = {register: (count, asking) for register, count, asking in counts}
    empty = [one for one in fitting if one.pk not in found and _adds(viewer, one, unit)]
    shown = [*(one for one in fitting if one.pk in found), *empty]
    return Gathered(_("Registers"), [_line(one, unit, *found.get(one.pk, (0, 0))) for one in shown])


def _adds(viewer: Viewer, one: Register, unit: Unit) -> bool:
    return one.is_on(viewer.on) and viewer.is_in(unit, *one.makers)


def _line(one: Register, unit: Unit, count: int, asking: int) -> GatheredLine:
    under_way = ngettext("%(n)s entry under way", "%(n)s entries under way", asking) % {"n": asking} if asking else ""
    entries = ngettext("%(n)s entry", "%(n)s entries", count) % {"n": count} if count else _("no entry yet")
    url = reverse("registers:list", args=[one.code], query={"unit": str(unit.pk)})
    return GatheredLine(one.name, entries, url, state_label=under_way)
