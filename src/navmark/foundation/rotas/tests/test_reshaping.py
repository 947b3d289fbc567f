"""A rota is changed from a day on: what is given for the days before stays; what would follow is seen before anything is kept."""

from datetime import date, timedelta

import pytest

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.tests.factories import a_staff_member
from navmark.foundation.rotas.models import Rota, RotaChoice, Turn
from navmark.foundation.rotas.proposing import propose
from navmark.foundation.rotas.reshaping import last_given, reshape, tried
from navmark.foundation.rotas.tests.scene import AT, AT_THE_DOOR, make_rota, make_school

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (date(2026, 11, 23) + timedelta(days=n) for n in range(5))
AS_IT_IS = {name: Rota._meta.get_field(name).get_default() for name in ("weeks", "places", "during", "as_of", "active_to")}
TOLD = {**AS_IT_IS, **AT_THE_DOOR}
YARD = [*AT_THE_DOOR["posts"], ["yard", "操场"]]


@pytest.fixture
def here(inside):
    made = make_school(classes=2)
    made.door = make_rota("door", **AT_THE_DOOR)
    propose(made.door, made.whole, at=AT)
    return made


def posts():
    """Of each day that has turns, who stands where."""
    found = {}
    for one in Turn.objects.filter(rota__code="door").select_related("person", "holder_unit"):
        found.setdefault(one.starts_on, {})[one.shift, one.post] = one.holder
    return found


def test_until_that_day_it_goes_on_as_it_was_and_then_it_is_otherwise(here):
    before = posts()
    assert list(before) == [MONDAY, TUESDAY, WEDNESDAY] and last_given("door", MONDAY) == WEDNESDAY
    reshape("door", {**TOLD, "posts": YARD, "as_of": FRIDAY}, at=AT)

    after = posts()
    assert {day: after[day] for day in before} == before and {*after[THURSDAY]} == {("early", "gate"), ("late", "gate")}
    assert {*after[FRIDAY]} == {*after[THURSDAY], ("early", "yard"), ("late", "yard")} and max(after) == date(2026, 12, 1)
    assert not AuditEntry.objects.filter(kind="rotas.dropped").exists()
    count = Turn.objects.count()
    for days in (1, 7):
        propose(Rota.objects.get(code="door"), here.whole, at=AT + timedelta(days=days))
    assert Turn.objects.count() == count + 4 and {*posts()[THURSDAY]} == {*after[THURSDAY]}


def test_what_is_given_from_that_day_on_and_fits_no_more_falls_away_or_is_given_anew(here):
    another, before = a_staff_member(), posts()
    alone = {**TOLD, "among": "class_teacher", "shifts": AT_THE_DOOR["shifts"][1:], "as_of": WEDNESDAY}
    seen = tried("door", alone, at=AT)
    assert posts() == before and Rota.objects.get(code="door").among == "staff"  # nothing of it is kept

    reshape("door", alone, at=AT)
    after = posts()
    assert [after[MONDAY], after[TUESDAY]] == [before[MONDAY], before[TUESDAY]] and {*after[WEDNESDAY]} == {("late", "gate")}
    teachers = {one.name for one in here.teachers}
    assert {
        name for day in after if day >= WEDNESDAY for name in after[day].values()
    } <= teachers and another.name not in teachers
    assert AuditEntry.objects.filter(kind="rotas.dropped").count() == 1
    kept = [one for one in seen if one.stays]
    assert [one.was for one in kept][:2] == list(before[TUESDAY].values())
    gone = next(one for one in seen if not one.now)
    assert gone.was == before[WEDNESDAY]["early", "gate"] and gone.place == "东门 早班 7:20"
    assert [one.now for one in seen if one.now] == [name for day in after if day > MONDAY for name in after[day].values()]


def test_a_new_order_is_followed_where_its_keepers_chose_no_other(here):
    choice = RotaChoice.objects.create(rota=here.door, unit=here.whole, order="fewest")
    reshape("door", {**TOLD, "order": "fixed"}, at=AT)
    assert not RotaChoice.objects.exists()

    choice.order = "by_hand"
    choice.save(force_insert=True)
    reshape("door", {**TOLD, "order": "fewest"}, at=AT)
    assert RotaChoice.objects.get().order == "by_hand"


def test_of_a_new_one_the_first_turns_are_seen_too(here):
    seen = tried("stairs", {**TOLD, "title": "楼道"}, at=AT)
    assert {one.was for one in seen} == {""} and len(seen) == 4 and not Rota.objects.filter(code="stairs").exists()
