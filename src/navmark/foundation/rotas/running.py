"""The periods ahead of a rota: all of them, or of one that goes with a campaign those in which such a campaign runs."""

from datetime import date

from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.links.known import tags
from navmark.foundation.links.models import Tag
from navmark.foundation.rotas.models import Rota
from navmark.foundation.rotas.stretches import Stretch, stretches

OF = "entry:"  # how the tag of a campaign names the register of its entry


def periods_ahead(rota: Rota, calendar: SchoolCalendar, *, on: date) -> list[Stretch]:
    """The period that holds `on` and those after it, as many as the rota plans ahead."""
    found = stretches(rota.every, calendar, on=on, ahead=rota.ahead, **rota.when)
    if not rota.during:
        return found
    running = campaigns_of(rota)
    return [one for one in found if any(_meet(one, tag) for tag in running)]


def campaigns_of(rota: Rota) -> list[Tag]:
    """With which it goes; those too that are over."""
    return [tag for tag in tags() if tag.of == f"{OF}{rota.during}" and tag.is_campaign]


def _meet(one: Stretch, tag: Tag) -> bool:
    return tag.from_day is not None and tag.to_day is not None and one.starts <= tag.to_day and tag.from_day <= one.ends
