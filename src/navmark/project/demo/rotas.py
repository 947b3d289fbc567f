"""A term of turns: proposed week by week since the school began here, and confirmed by whoever keeps the table."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.rotas import actions, known
from navmark.foundation.rotas.holders import RotaCircle, of_person
from navmark.foundation.rotas.listing import write_list
from navmark.foundation.rotas.models import Rota, Turn
from navmark.foundation.rotas.models.rota import LIST
from navmark.foundation.rotas.order import Order
from navmark.foundation.rotas.proposing import propose

WEEK = timedelta(days=7)
SPEAKERS = slice(4, 26, 2)  # of the staff: those whom the school asks to speak


def take_turns(*, since: date, at: datetime) -> None:
    """Up to `at`. The last proposals wait for their keeper; what is past and has no occasion was done."""
    for one in known.rotas():
        for unit in Unit.objects.on(localdate(at)).filter(kind=one.unit_kind):
            keeper = people_in(one.keepers, unit, on=localdate(at)).first()
            if keeper is not None:
                _of_one(one, unit, keeper, since=since, at=at)


def _of_one(one: Rota, unit: Unit, keeper: Person, *, since: date, at: datetime) -> None:
    begun = at - (localdate(at) - since)
    if one.among == LIST:
        speakers = [of_person(person) for person in people_in(["staff"], unit, on=since).order_by("sort_key")[SPEAKERS]]
        write_list(one, unit, speakers, Order.FIXED, around=RotaCircle(one, unit, on=since), by=keeper, at=begun)
    while begun < at - WEEK:
        propose(one, unit, at=begun)
        actions.confirm(one, unit, by=keeper, at=begun)
        begun += WEEK
    propose(one, unit, at=at)
    for turn in Turn.objects.filter(rota=one, unit=unit, ends_on__lt=localdate(at), rota__activity_kind=""):
        actions.keep(turn, by=keeper, at=at)
