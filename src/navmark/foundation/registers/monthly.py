"""The entry of a month: what a register of themes says for it, to all units or to one of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.urls import reverse

from navmark.foundation.activities.occasions.themes import MonthTheme, keep_themes
from navmark.foundation.almanac.arithmetic import month_end
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.files import page_of
from navmark.foundation.registers.models import Entry


class ThemesOfRegisters:
    def of_units(self, code: str, units: Sequence[Unit], day: date) -> Mapping[UUID, MonthTheme]:
        """That of the unit itself, else of what it belongs to, else of the school; the last of the month. One query."""
        rows = Entry.objects.filter(register__code=code, day__range=(day.replace(day=1), month_end(day)))
        held = {one.unit_id: one for one in rows.select_related("unit").order_by("day", "pk")}
        whole = next((one for one in held.values() if one.unit.kind == UnitKind.SCHOOL), None)
        found = ((unit.pk, held.get(unit.pk) or held.get(unit.parent_id) or whole) for unit in units)
        return {pk: MonthTheme(one.title, page_of(one)) for pk, one in found if one is not None}

    def called(self, code: str) -> str:
        return next((one.name for one in known.registers() if one.code == code), "")

    def to_add(self, viewer: Viewer, code: str, day: date) -> str:
        first = day.replace(day=1).isoformat()
        adds = any(one.code == code and access.units_to_add_for(viewer, one) for one in known.registers())
        return reverse("registers:add", args=[code], query={"day": first}) if adds else ""


keep_themes(ThemesOfRegisters())
