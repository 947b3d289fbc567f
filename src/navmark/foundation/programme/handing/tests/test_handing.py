"""Whoever leaves hands over what is open, room by room, in one go; both sign the sheet."""

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests.scene import SPEECH, an_occasion, make_kind
from navmark.foundation.people.models import Engagement, PostKind
from navmark.foundation.people.tests.factories import a_post, signed_in
from navmark.foundation.pledges.models import Pledge
from navmark.foundation.pledges.tests import scene as pledges
from navmark.foundation.programme.models import HandOver
from navmark.foundation.registers import actions as registers
from navmark.foundation.registers.models import Entry, Hand
from navmark.foundation.registers.tests.scene import make_register
from navmark.foundation.tenancy.scope import within

OK, MOVED, UNFIT, NONE, NO = 200, 302, 422, 404, 403


@pytest.fixture
def here(inside):
    """The head of teaching has an entry, helps with another, holds a pledge and hosts what the office does not keep."""
    found = pledges.make_school()
    a_post(found.keeper, PostKind.ADMINISTRATOR)
    found.pledge, register, at = pledges.a_pledge(found), make_register(), pledges.AT
    for title, owner, helpers in (("走廊灯不亮", found.teaching, []), ("水龙头", found.moral, [found.teaching])):
        head = registers.EntryHead(found.whole, title, at.date(), owner)
        registers.add(register, head, {"problem": title}, hands={"helper": helpers}, by=found.keeper, at=at)
    make_kind("speech", **SPEECH)
    an_occasion("speech", found.whole, by=found.teaching)
    return found


def at(name, *args):
    return reverse(f"handing:{name}", args=args)


def test_it_shows_what_is_open_passes_it_whole_or_not_at_all_and_prints_the_sheet(here, school):
    desk, today = signed_in(here.keeper), f"{timezone.localdate()}"
    page = desk.get(at("person", here.teaching.pk)).content.decode()
    assert "整改台账：走廊灯不亮" in page and "帮包教研组：数学组" in page and "水龙头" in page
    assert "另有1项由他人管理" in page and "国旗下讲话" not in page

    said = {"day": today, "reason": "调离", "entries": here.colleague.name, "pledges": here.colleague.name}
    refused = desk.post(at("person", here.teaching.pk), said)
    assert refused.status_code == UNFIT and "不在可承担此事的人员之中" in refused.content.decode()
    assert desk.post(at("person", here.teaching.pk), {"day": today}).status_code == UNFIT
    with within(school):
        assert not HandOver.objects.exists() and Entry.objects.filter(owner=here.teaching).count() == 1

    assert desk.post(at("person", here.teaching.pk), said | {"pledges": here.moral.name}).status_code == MOVED
    with within(school):
        made, lines = HandOver.objects.get(), [(one.title, one.to) for one in HandOver.objects.get().lines.all()]
        assert Entry.objects.get(title="走廊灯不亮").owner == here.colleague and Hand.objects.get().person == here.colleague
        assert Pledge.objects.get(state="taken").holder == here.moral and Activity.objects.get().host == here.teaching
    assert len(lines) == 3 and ("帮包教研组：数学组", here.moral) in lines

    sheets = [signed_in(here.teaching).get(at(name, made.pk)) for name in ("sheet", "sheet_docx")]
    assert [sheet.getvalue()[:2] for sheet in sheets] == [b"%P", b"PK"]
    his = signed_in(here.moral).get(at("done", made.pk)).content.decode()
    assert "数学组" in his and "走廊灯" not in his
    assert signed_in(here.keeper).get(at("open_sheet", here.teaching.pk)).status_code == OK


def test_only_who_manages_people_and_she_herself_see_it(here):
    assert [signed_in(one).get(at("person", here.teaching.pk)).status_code for one in (here.colleague, here.teaching)] == [NO, OK]
    assert "数学组" in signed_in(here.teaching).get(at("person", here.teaching.pk)).content.decode()


def test_who_leaves_with_something_open_is_followed_by_the_hand_over(here, school):
    desk = signed_in(here.keeper)
    for person, then in ((here.teaching, at("person", here.teaching.pk)), (here.colleague, None)):
        with within(school):
            row = Engagement.objects.get(person=person)
        answer = desk.post(
            reverse("people:end", args=[person.pk, "engagements", row.pk]),
            {"last_day": f"{timezone.localdate()}", "leaving": "transferred"},
        )
        assert answer.url == (then or reverse("people:person", args=[person.pk]))
