"""What belongs together is gathered on the page of its tag and shown at both ends, each to whoever may see the other."""

from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import get_current_timezone

from navmark.foundation.links import actions, known
from navmark.foundation.links.actions import TagSpec
from navmark.foundation.links.gathering import gathered
from navmark.foundation.links.models import Tie
from navmark.foundation.links.queries import links_of
from navmark.foundation.people.tests.factories import a_viewer
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.tests.scene import an_entry, make_register, make_school

AT = datetime(2026, 11, 23, 9, tzinfo=get_current_timezone())
SPECS = (TagSpec("hometown", "家乡"), TagSpec("canteen", "食堂整治", "", date(2026, 9, 1), date(2027, 1, 31)))


@pytest.fixture
def here(inside):
    scene = make_school()
    actions.establish(SPECS, programme="small", at=AT)
    return scene


def of(here, person, entry):
    return links_of(a_viewer(person), entry.pk, codes=["entry:mending"], leads=True)


def carrying(person, tag):
    return [(kind.what, [one.title for one in kind.things]) for kind in gathered(a_viewer(person), tag).kinds]


def test_tags_are_kept_as_they_should_stand_and_gather_what_is_seen(here):
    entry, other = an_entry(here), an_entry(here, "水龙头")
    hometown, canteen = known.tags()
    actions.retag(ENTRY, entry, [hometown, canteen], by=here.head, at=AT)
    actions.retag(ENTRY, entry, [canteen], by=here.head, at=AT)
    actions.retag(ENTRY, other, [canteen], by=here.head, at=AT)

    assert of(here, here.head, entry).tags == (canteen,)
    assert carrying(here.head, canteen) == [("整改台账", ["水龙头", "走廊灯不亮"])]
    assert carrying(here.colleague, canteen) == [] == carrying(here.head, hometown)


def test_what_a_register_always_serves_is_gathered_without_a_link(here):
    here.register.tags = ["canteen"]
    here.register.save()
    inside, before = an_entry(here), an_entry(here, "水龙头")
    Entry.objects.filter(pk=before.pk).update(day=date(2026, 8, 31))

    assert carrying(here.head, known.tags()[1]) == [("整改台账", [inside.title])]


def test_both_ends_show_a_link_each_to_whoever_may_see_the_other(here):
    make_register("checks", title="检查", links=["entry:mending"], keepers=["principal"], makers=["principal"], readers=[])
    entry, other = an_entry(here), an_entry(here, "水龙头")
    for _time in range(2):  # the second changes nothing
        actions.link(ENTRY, entry, [((ENTRY, other.pk), other.title)], by=here.head, at=AT)

    assert [one.pk for one in of(here, here.head, entry).onward] == [other.pk]
    assert [one.pk for one in of(here, here.head, other).back] == [entry.pk]
    assert of(here, here.colleague, other).back == ()
    assert actions.unlink(entry, other.pk, by=here.head, at=AT) and not Tie.objects.exists()


def test_a_link_leads_to_one_thing_and_once(here):
    entry = an_entry(here)
    for wrong in ({}, {"tag": known.tags()[0], "to_kind": ENTRY, "to_thing": entry.pk}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Tie.objects.create(kind=ENTRY, thing=entry.pk, **wrong)
