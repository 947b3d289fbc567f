"""An entry that comes from an occasion takes over what is known there, serves what it may, and is linked by hand."""

import io
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests.scene import an_occasion
from navmark.foundation.links.actions import TagSpec, establish, link
from navmark.foundation.links.models import Tie
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_post, signed_in
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.registers import known
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.tests.scene import AT, an_entry, make_register, make_school
from navmark.foundation.tenancy.scope import within

UNFIT = 422
PAPER = {"paper-problem": "东侧两盏。还有一盏。"}


@pytest.fixture
def here(inside):
    scene = make_school()
    a_post(scene.head, PostKind.MORAL_HEAD)
    establish_programme(at=AT)
    scene.occasion = an_occasion("flag_speech", scene.whole, by=scene.head)
    establish([TagSpec("canteen", "食堂整治")], programme="small", at=AT)
    scene.register.links, scene.register.campaign, scene.register.title_from = ["occasion:flag_speech"], "optional", "problem"
    scene.register.save()
    known.renew()
    return scene


def test_it_begins_from_the_occasion_and_both_pages_say_so(here, school):
    desk = signed_in(here.head)
    page = desk.get(reverse("activities:occasion", args=[here.occasion.pk])).content.decode()
    address = f"{reverse('registers:add', args=['mending'])}?from={here.occasion.pk}"
    assert address in page

    form = desk.get(address).content.decode()
    assert here.occasion.title in form and f'value="{here.occasion.day}"' in form and 'name="head-title"' not in form
    told = {"head-day": f"{here.occasion.day}", "head-owner": here.owner.name, "head-tags": ["canteen"], **PAPER}
    answer = desk.post(address, told)
    with within(school):
        entry = Entry.objects.get()
        assert (entry.title, entry.day) == ("东侧两盏", here.occasion.day)
        assert {(row.tag and row.tag.code, row.to_thing) for row in Tie.objects.all()} == {
            ("canteen", None), (None, here.occasion.pk),
        }  # fmt: skip
    assert here.occasion.title in desk.get(answer.url).content.decode()
    assert "东侧两盏" in desk.get(reverse("activities:occasion", args=[here.occasion.pk])).content.decode()
    assert "东侧两盏" in desk.get(reverse("links:tag", args=["canteen"])).content.decode()


def test_it_is_linked_by_hand_and_the_link_taken_away(here, school):
    entry, desk = an_entry(here), signed_in(here.head)
    address = reverse("registers:links", args=[entry.pk])
    assert here.occasion.title in desk.get(address, {"q": here.occasion.title[:2]}).content.decode()
    assert here.occasion.title not in desk.get(address, {"q": "没有这样的活动"}).content.decode()

    desk.post(address, {"thing": [f"{here.occasion.pk}", "no id"]})
    assert here.occasion.title in desk.get(reverse("registers:entry", args=[entry.pk])).content.decode()
    desk.post(reverse("registers:unlinked", args=[entry.pk, here.occasion.pk]))
    with within(school):
        assert not Tie.objects.exists()


def test_where_a_campaign_is_required_one_is_chosen(here, school):
    here.register.campaign = "required"
    here.register.save()
    today = timezone.localdate()
    establish([TagSpec("garden", "种植"), TagSpec("safety", "安全月", "", today, today)], programme="small", at=timezone.now())
    desk, told = signed_in(here.head), {"head-day": f"{today}", "head-owner": here.owner.name, **PAPER}

    refused = desk.post(reverse("registers:add", args=["mending"]), told)
    assert refused.status_code == UNFIT and "安全月" in refused.content.decode() and "种植" not in refused.content.decode()
    desk.post(reverse("registers:add", args=["mending"]), told | {"head-tags": ["safety"]})
    with within(school):
        assert Tie.objects.get().tag.code == "safety"


def test_what_came_of_it_is_read_from_what_leans_on_it_and_on_what_its_unit_held(here):
    plan = an_entry(here, "学期计划")
    here.register.outcomes = True
    here.register.save()
    honours = make_register("prizes", title="荣誉", makers=["office_head"], keepers=["office_head"], readers=["office_head"])
    prizes = [
        an_entry(SimpleNamespace(**{**vars(here), "register": honours, "owner": here.second}), title)
        for title in ("市级一等奖", "区级奖")
    ]
    for prize, thing in zip(prizes, ((ENTRY, plan.pk), (ACTIVITY, here.occasion.pk)), strict=True):
        link(ENTRY, prize, [(thing, "来源")], by=here.head, at=AT)
    Activity.objects.filter(pk=here.occasion.pk).update(day=plan.day)

    desk = signed_in(here.head)
    page = desk.get(reverse("registers:entry", args=[plan.pk])).content.decode()
    assert "荣誉2" in page and "市级一等奖" in page and "区级奖" in page
    body = b"".join(desk.get(reverse("registers:sheet", args=[plan.pk])))
    printed = PdfReader(io.BytesIO(body)).pages[0].extract_text().replace(" ", "")
    assert "荣誉2" in printed and "市级一等奖" in printed
    assert "荣誉2" not in signed_in(here.owner).get(reverse("registers:entry", args=[plan.pk])).content.decode()
