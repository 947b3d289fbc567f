"""From what was typed in the form of a plan to the plan itself."""

import re
from collections.abc import Collection, MutableMapping
from datetime import date, datetime, time
from typing import Any, Protocol

from django.utils.timezone import get_current_timezone

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.planning.titles import retitled, title_for
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.people.models import Unit


class Filled(Protocol):
    """A form that is valid; what it opened with, what of it was changed, which kinds have their part already."""

    kind: Kind
    unit: Unit
    planned: Collection[str]
    initial: MutableMapping[str, Any]
    cleaned_data: dict[str, Any]

    @property
    def changed_data(self) -> list[str]: ...


def plan_of(form: Filled, *, topic: str = "") -> Plan:
    """`topic`: what the paper's theme is, where it is not asked in the form."""
    data = form.cleaned_data
    chosen = [data[name] for name in ("one", "other") if data.get(name)]
    parts = [_part(form, form.kind.code, "", topic), *(_part(form, code, code) for code in data.get("together", ()))]
    return Plan(
        unit=form.unit,
        title=_title(form),
        parts=parts,
        starts_at=moment(data["day"], data["start"]),
        ends_at=moment(data["day"], data["end"]) if data.get("end") else None,
        place=data["place"],
        host=chosen[0] if chosen else data["host"],
        recorder=chosen[0] if chosen else data["recorder"],
        chosen=chosen,
        tags=re.split(r"[、，；]|[,;]", data.get("tags", "")),
    )


def _title(form: Filled) -> str:
    """As it was typed; what was suggested, or nothing, is called after its day."""
    day, typed = form.cleaned_data["day"], form.cleaned_data["title"]
    return retitled(typed, form.kind, form.unit, was=_opened_with(form), now=day) or title_for(form.kind, form.unit, day)


def _part(form: Filled, kind: str, code: str, topic: str = "") -> PlannedPart:
    theme, number = names_of(code)
    return PlannedPart(kind, form.cleaned_data.get(theme, topic), _number(form, kind, number))


def _number(form: Filled, kind: str, name: str) -> int | None:
    """What was typed, or what the part has. Nothing, so that the next one is given, where it was only suggested: somebody else
    may have taken it meanwhile, or the meeting was moved to another year."""
    same_year = _opened_with(form).year == form.cleaned_data["day"].year
    stays = name in form.changed_data or (kind in form.planned and same_year)
    return form.cleaned_data.get(name) if stays else None


def _opened_with(form: Filled) -> date:
    """The day for which title and numbers were filled in."""
    return form.initial.get("day") or form.cleaned_data["day"]


def names_of(code: str) -> tuple[str, str]:
    """The fields of a part's theme and number; of the first part for an empty code."""
    return (f"topic_{code}", f"number_{code}") if code else ("topic", "number")


def moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=get_current_timezone())
