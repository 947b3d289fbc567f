"""Whatever is done in whatever order: a place is filled at most once, swaps move nobody's count, what waits is what follows."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.models import Absence
from navmark.foundation.rotas import actions, refusals
from navmark.foundation.rotas.holders import RotaCircle
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.proposing import propose
from navmark.foundation.rotas.tests.scene import AT, AT_THE_DOOR, make_rota, make_school
from navmark.foundation.tenancy.scope import forget
from navmark.foundation.ui.refusals import Refusal

VERBS = ("propose", "confirm", "swap", "hand_on", "skip", "keep", "away", "day")
pytestmark = pytest.mark.django_db


@pytest.fixture
def here(inside):
    made = make_school(classes=2)
    made.door = make_rota("door", **{**AT_THE_DOOR, "confirmed": True, "order": "fixed"})
    return made


def counts():
    return Counter(Turn.objects.values_list("person", flat=True))


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 40), st.integers(0, 40)), max_size=8))
def test_a_walk(here, steps):
    Turn.objects.all().delete(), Duty.objects.all().delete()
    Absence.objects.all().delete()
    forget("rotas.rotas")
    at = AT
    propose(here.door, here.whole, at=at)
    for verb, one, two in steps:
        at += timedelta(days=1) if verb == "day" else timedelta(0)
        before = counts()
        try:
            _do(here, verb, one, two, at)
        except Refusal as refusal:
            known = refusals.TurnIsOver | refusals.NobodyLeft | refusals.NotOfThisRota | refusals.AwayThen | refusals.TurnAhead
            assert isinstance(refusal, known)
            assert counts() == before
        if verb in ("swap", "confirm", "keep"):
            assert counts() == before
        if verb == "hand_on":
            assert sum(counts().values()) == sum(before.values())
    places = list(Turn.objects.values_list("period_key", "post", "shift", "place"))
    assert len(places) == len(set(places))
    assert not Turn.objects.filter(kept_at__isnull=False, starts_on__gt=at.date()).exists()
    if at == AT:  # what a day alone changes is the sweep's
        assert [waiting.refresh(kind, at=at) for kind in ("turn", "rota", "turn_ask")] == [0, 0, 0]


def _do(here, verb, one, two, at):
    turns = list(Turn.objects.all())
    turn, other = turns[one % len(turns)], turns[two % len(turns)]
    holders = list(RotaCircle(here.door, here.whole, on=at.date()).holders.values())
    by = here.moral_head
    if verb in ("propose", "day"):
        propose(here.door, here.whole, at=at)
        assert propose(here.door, here.whole, at=at) == []
    elif verb == "confirm":
        actions.confirm(here.door, here.whole, by=by, at=at)
    elif verb == "swap":
        actions.swap(turn, other, by=by, at=at)
    elif verb == "hand_on":
        actions.hand_on(turn, holders[two % len(holders)], by=by, at=at)
    elif verb == "skip":
        was = turn.person_id
        assert actions.skip(turn, because="外出", by=by, at=at).person_id != was
    elif verb == "keep":
        actions.keep(turn, by=by, at=at)
    else:
        Absence.objects.create(
            person=holders[one % len(holders)].person, kind="sick", from_day=turn.starts_on, to_day=turn.starts_on
        )
