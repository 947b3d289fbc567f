"""A term of turns: proposed week by week since the school began here, and confirmed by whoever keeps the table."""

from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_current_timezone, localdate

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
EVENING = "evening"
WORDS = (
    "一切正常，体温枪放回门卫室二号柜。", "口罩剩半箱，已请总务补。", "观察室空调有异响，已报修，先开窗通风。",
    "早高峰车多，家长多走南侧通道，明天多放两个锥桶。", "一切正常。", "消毒液已按比例配好，标签写了日期。",
)  # fmt: skip
SPEAKERS = slice(4, 26, 2)  # of the staff: those whom the school asks to speak


def take_turns(*, since: date, at: datetime, during: bool = False) -> None:
    """Up to `at`; `during`: of those that go with a campaign, once there is one. The last proposals wait for their keeper; what
    is past and has no occasion was done."""
    for one in (rota for rota in known.rotas() if bool(rota.during) == during):
        for unit in Unit.objects.on(localdate(at)).filter(kind=one.unit_kind):
            keeper = people_in(one.keepers, unit, on=localdate(at)).first()
            if keeper is not None:
                _of_one(one, unit, keeper, since=since, at=at)


def _of_one(one: Rota, unit: Unit, keeper: Person, *, since: date, at: datetime) -> None:
    begun = at - (localdate(at) - since)
    if one.among == LIST:
        speakers = [of_person(person) for person in people_in(["staff"], unit, on=since).order_by("sort_key")[SPEAKERS]]
        write_list(one, unit, speakers, Order(one.order), around=RotaCircle(one, unit, on=since), by=keeper, at=begun)
    while begun < at - WEEK:
        propose(one, unit, at=begun)
        actions.confirm(one, unit, by=keeper, at=begun)
        begun += WEEK
    propose(one, unit, at=at)
    for count, turn in enumerate(Turn.objects.filter(rota=one, unit=unit, ends_on__lt=localdate(at), rota__activity_kind="")):
        if one.hands_over:
            _hand_over(turn, WORDS[count % len(WORDS)])
        else:
            actions.keep(turn, by=keeper, at=at)


def _hand_over(turn: Turn, word: str) -> None:
    assert turn.person is not None, "people are on duty, and no units"
    hour = 16 if turn.shift == EVENING else 7
    begun = datetime.combine(turn.starts_on, time(hour), tzinfo=get_current_timezone())
    actions.take_over(turn, by=turn.person, at=begun)
    actions.keep(turn, note=word, ticked=turn.rota.to_check(turn.shift), by=turn.person, at=begun + timedelta(hours=1))
