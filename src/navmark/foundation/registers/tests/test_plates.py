"""What is held by somebody: asked for by its own word, part of the title, and on the plate once it was agreed to."""

import pytest

from navmark.foundation.registers import heads
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.plates import Plate, plates_of
from navmark.foundation.registers.tests.scene import AT, an_entry, make_school, took

pytestmark = pytest.mark.usefixtures("inside")


def test_whoever_holds_it_is_named_in_title_and_on_the_plate():
    here = make_school()
    here.register.holder, here.register.plate = "领用人", ["problem", "measure"]
    first = heads.at_first(here.register, here.head, AT.date())
    given = {heads.DAY: AT.date(), heads.OWNER: str(here.owner.pk)}
    head, _hands = heads.head_from(here.register, given, here.whole, otherwise="0012")
    waiting, entry = an_entry(here), an_entry(here, problem="最后一个离开教室")
    took(entry, "accept", {"measure": "天天如此", "due": AT.date()}, by=here.owner)

    assert first[heads.OWNER] is None
    assert head.title == f"0012 {here.owner.name}"
    asked = heads.asked_of(here.register, on=AT.date())
    assert asked.by_key[heads.OWNER].name == "领用人"
    assert plates_of(here.register, Entry.objects.all()) == [
        Plate("启明实验小学", "最后一个离开教室", ("天天如此",), here.owner.name)
    ]
    assert waiting.state == "new"
