"""What waits of a rota: a turn for its holder, proposals and vacant places for its keepers, a question for whom it asks."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from navmark.foundation.almanac.periods import Period, PeriodKind
from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import SCHOOL, Matter, Source, coded, register
from navmark.foundation.people.circles.named import HEAD_OF
from navmark.foundation.people.models import Unit
from navmark.foundation.rotas import known
from navmark.foundation.rotas.models import Rota, Turn, TurnAsk, TurnState
from navmark.foundation.rotas.models.rota import Slot
from navmark.foundation.rotas.pages import page_of, table_of
from navmark.foundation.rotas.running import periods_ahead
from navmark.foundation.ui.languages import in_both, spoken

Place = tuple[str, Slot]  # of a period
SOON = timedelta(days=7)  # before its period
SEEN = timedelta(days=60)  # how long before a place to fill is seen at most
RUNNING = timedelta(days=120)  # a rota with a turn within it is under way; a summer lies between
ASKS_ON = timedelta(days=14)  # after it: what nobody said by then stays unsaid


def turns(ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """Confirmed and not kept, for the holder; one with an occasion is to be prepared, until its day. One query."""
    rows = Turn.objects.filter(state=TurnState.CONFIRMED, kept_at__isnull=True, ends_on__gte=on - ASKS_ON)
    rows |= Turn.objects.filter(state=TurnState.CONFIRMED, kept_at__isnull=True, activity__day__gte=on)
    rows = rows.exclude(rota__active_to__lt=F("ends_on"))  # it has been switched off: what was to come is asked for no more
    if ids is not None:
        rows = rows.filter(Q(pk__in=list(ids)) | Q(activity__in=list(ids)))
    calendar = school_calendar()
    for turn in rows.select_related("rota", "activity"):
        if not _is_past(turn, on):
            yield _turn(turn, calendar)


def _is_past(turn: Turn, on: date) -> bool:
    """Whether nothing is left to prepare: an occasion's own record tells whether it was held."""
    if turn.rota.activity_kind:
        return (turn.day or turn.ends_on) < on
    return False


def _due_on(turn: Turn, calendar: SchoolCalendar) -> date:
    """The day of its occasion, else the last of its period on which anybody is there."""
    if turn.day or turn.starts_on == turn.ends_on:
        return turn.day or turn.ends_on
    period = Period(PeriodKind.WEEK, turn.period_key, turn.starts_on, turn.ends_on)
    return calendar.last_worked(period, at_school=turn.rota.rests) or turn.ends_on


def _turn(turn: Turn, calendar: SchoolCalendar) -> Matter:
    is_said = not turn.rota.activity_kind
    (what, what_en), (when, when_en) = in_both(partial(_called, turn)), in_both(partial(_when, turn))
    title = coded("turn", what, when, what_en, when_en)
    by_a_tap = is_said and not turn.rota.hands_over and not turn.rota.to_check(turn.shift)
    return Matter(
        source=turn.pk, about=turn.activity_id or turn.pk, title=title, step=Step.FINISH if by_a_tap else Step.GO_ON,
        opens_on=(turn.day or turn.starts_on) - SOON, due_on=_due_on(turn, calendar),
        closes_on=turn.day or turn.ends_on, page=page_of(turn),
        action=reverse("rotas:keep", args=[turn.pk]) if by_a_tap else page_of(turn), **_whose(turn),
    )  # fmt: skip


def _called(turn: Turn) -> str:
    return " ".join(filter(None, (turn.rota.name, turn.place_in_words)))


def _when(turn: Turn) -> str:
    return turn.when


def _whose(one: Turn | TurnAsk) -> dict[str, Any]:
    if one.person_id:
        return {"person": one.person_id}
    return {"place": one.holder_unit_id, "circles": (HEAD_OF,)}


def to_confirm(ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    """One for the keepers of each rota and unit of which something is proposed, or vacant once it has begun. Five queries."""
    rotas = [one for one in known.rotas() if (ids is None or one.pk in ids) and (one.active_to is None or on <= one.active_to)]
    if not rotas:
        return
    there: dict[tuple[UUID, UUID], dict[Place, Turn]] = defaultdict(dict)
    for turn in Turn.objects.filter(rota__in=[one.pk for one in rotas], ends_on__gte=on - RUNNING):
        there[turn.rota_id, turn.unit_id][turn.period_key, turn.slot] = turn
    units = list(Unit.objects.on(on).filter(kind__in={one.unit_kind for one in rotas}))
    calendar = school_calendar()
    for one in rotas:
        ahead = periods_ahead(one, calendar, on=on)
        wanted = {(stretch.key, slot): stretch.starts for stretch in ahead if stretch.starts > on for slot in one.slots}
        for unit in units:
            if unit.kind == one.unit_kind:
                yield from _of_keepers(one, unit, wanted, there[one.pk, unit.pk])


def _of_keepers(one: Rota, unit: Unit, wanted: dict[Place, date], there: dict[Place, Turn]) -> Iterator[Matter]:
    """Of a rota that has not begun nothing is vacant."""
    proposed = [localdate(turn.changed_at) for turn in there.values() if turn.state == TurnState.PROPOSED]
    vacant = [starts - SEEN for place, starts in wanted.items() if place not in there] if there else []
    if not proposed and not vacant:
        return
    title = coded("confirm" if proposed else "vacant", one.title, "", one.title_en)
    page = table_of(one, unit)
    yield Matter(
        source=one.pk, about=one.pk, title=title, step=Step.GO_ON, opens_on=min(proposed or vacant), place=unit.pk,
        circles=tuple(one.keepers), page=page, action=page,
    )  # fmt: skip


def questions(ids: Sequence[UUID] | None, on: date) -> Iterator[Matter]:
    rows = TurnAsk.objects.filter(answered_at__isnull=True, turn__ends_on__gte=on)
    rows = rows if ids is None else rows.filter(pk__in=list(ids))
    for one in rows.select_related("turn__rota"):
        rota, (when, when_en) = one.turn.rota, in_both(partial(_when, one.turn))
        title = coded("swap" if one.other_id else "stand_in", rota.title, when, rota.title_en, when_en)
        page = reverse("rotas:asked", args=[one.pk])
        opens = localdate(one.at)
        yield Matter(
            source=one.pk, about=one.pk, title=title, step=Step.ANSWER, opens_on=opens, page=page, action=page, **_whose(one)
        )


def _said(words: str | Promise) -> Callable[..., str]:
    """Of what it is called and when it is: in Chinese, and then in English."""

    def said(what: str, when: str = "", what_en: str = "", when_en: str = "") -> str:
        return str(words) % {"what": spoken(what, what_en), "when": spoken(when, when_en)}

    return said


WORDS = {
    "turn": _said(_("Turn: %(what)s (%(when)s)")),
    "confirm": _said(_("Confirm the turns: %(what)s")),
    "vacant": _said(_("Places to fill: %(what)s")),
    "swap": _said(_("You are asked to swap: %(what)s (%(when)s)")),
    "stand_in": _said(_("You are asked to stand in: %(what)s (%(when)s)")),
}
register(Source("turn", ("turn", "activity", SCHOOL), turns, words=WORDS))
register(Source("rota", ("rota", SCHOOL), to_confirm, words=WORDS))
register(Source("turn_ask", ("turn_ask", SCHOOL), questions, words=WORDS))
