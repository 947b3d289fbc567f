"""The periods ahead of a rota: all of them, or of one that goes with a campaign those in which such a campaign runs."""

from datetime import date

from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.links.known import tags
from navmark.foundation.links.models import Tag
from navmark.foundation.rotas.models import Rota
from navmark.foundation.rotas.stretches import FARTHEST, Stretch, stretches

OF = "entry:"  # how the tag of a campaign names the register of its entry


def periods_ahead(rota: Rota, calendar: SchoolCalendar, *, on: date) -> list[Stretch]:
    """The period that holds `on` and those after it, as many as the rota plans ahead; of a rota that is so only from a later day
    on, those that begin then."""
    found = _from(rota, calendar, on, rota.ahead)
    if not rota.during:
        return found
    running = campaigns_of(rota)
    return [one for one in found if any(_meet(one, tag) for tag in running)]


def periods_until(rota: Rota, calendar: SchoolCalendar, day: date, *, on: date) -> list[Stretch]:
    """Of a rota without campaigns: all that begin before this day."""
    return [one for one in _from(rota, calendar, on, FARTHEST.days) if one.starts < day]


def _from(rota: Rota, calendar: SchoolCalendar, on: date, ahead: int) -> list[Stretch]:
    begins = max(on, rota.as_of or on)
    found = stretches(rota.every, calendar, on=begins, ahead=ahead, **rota.when)
    return [one for one in found if begins == on or one.starts >= begins]


def campaigns_of(rota: Rota) -> list[Tag]:
    """With which it goes; those too that are over."""
    return [tag for tag in tags() if tag.of == f"{OF}{rota.during}" and tag.is_campaign]


def _meet(one: Stretch, tag: Tag) -> bool:
    return tag.from_day is not None and tag.to_day is not None and one.starts <= tag.to_day and tag.from_day <= one.ends
