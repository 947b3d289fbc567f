"""A campaign is a thing of the school with days. It is gathered, sums itself up, and what it leaves open goes into the next."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.links import known, refusals
from navmark.foundation.links.actions import TagSpec, establish
from navmark.foundation.links.campaigns import carry
from navmark.foundation.links.gathering import gathered, unfinished, written_of
from navmark.foundation.links.queries import links_of
from navmark.foundation.links.sheet import in_words, sheet_of
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.printing.as_text import plain
from navmark.foundation.registers import actions
from navmark.foundation.registers import known as registers
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.refusals import CampaignUnfinished
from navmark.foundation.registers.tagging import pages_of_campaign
from navmark.foundation.registers.tests.scene import ANSWERS, AT, make_register, make_school, took

BEGUN, ENDS = date(2026, 10, 8), date(2027, 1, 10)
DAYS = {
    "begins": {"type": "date", "label": "起", "required": "before"},
    "ends": {"type": "date", "label": "止", "required": "before"},
}
SUMMARY = {"summary": {"type": "paragraph", "label": "总结", "default": "gathered"}, "plan": {"type": "line", "label": "方案"}}


@pytest.fixture
def here(inside):
    scene = make_school()
    scene.register.campaign = "optional"
    scene.register.save()
    scene.campaigns = make_register("campaign", paper={**DAYS, **SUMMARY}, title="专项", runs=["begins", "ends"])
    return scene


def days(*ahead: int) -> list[date]:
    return [localdate() + timedelta(days=count) for count in ahead]


def run(here: SimpleNamespace, title: str, begins: date = BEGUN, ends: date = ENDS) -> Entry:
    head = EntryHead(here.whole, title, AT.date(), here.owner)
    return actions.add(here.campaigns, head, {"begins": begins, "ends": ends, "plan": "学查改"}, by=here.head, at=AT)


def a_problem(here: SimpleNamespace, title: str, *titles: str) -> Entry:
    tags = [one for one in known.tags() if one.title in titles]
    head = EntryHead(here.whole, title, AT.date(), here.owner, tags=tags)
    return actions.add(here.register, head, {"problem": title}, by=here.head, at=AT)


def test_an_entry_with_days_is_a_campaign_and_its_tag_follows_it(here):
    entry = run(here, "提升工程")
    actions.correct(entry, EntryHead(here.whole, "支部提升工程", AT.date(), here.owner), by=here.head, at=AT)

    (tag,) = known.tags()
    assert (tag.thing, tag.of, tag.title) == (entry.pk, "entry:campaign", "支部提升工程")
    assert (tag.from_day, tag.to_day, tag.is_open_on(ENDS)) == (BEGUN, ENDS, True)
    assert [page for _label, page in pages_of_campaign(entry)] == [reverse("links:tag", args=[tag.code])]
    establish([TagSpec("hometown", "家乡")], programme="small", at=AT)
    assert [one.code for one in known.tags_on(AT.date())] == [tag.code, "hometown"]  # the programme knows nothing of it


def test_one_is_removed_only_while_nothing_belongs_to_it(here):
    entry = run(here, "提升工程")
    a_problem(here, "灯不亮", "提升工程")
    with pytest.raises(refusals.StillCarried):
        actions.remove(entry, why="登记重复", by=here.head, at=AT)

    again = run(here, "作风建设")
    actions.remove(again, why="登记重复", by=here.head, at=AT)
    assert [one.title for one in known.tags()] == ["提升工程"]
    actions.bring_back(again, by=here.head, at=AT)
    assert {one.title for one in known.tags()} == {"提升工程", "作风建设"}


def test_what_is_open_is_carried_into_the_next_with_its_history_and_seen_from_both(here):
    run(here, "提升工程"), run(here, "作风建设")
    was, into = _two()
    still, done = a_problem(here, "灯不亮", was.title), a_problem(here, "门不关", was.title)
    for key, given in (("accept", ANSWERS), ("report", None)):
        took(done, key, given, by=here.owner)
    took(done, "close", by=here.second, note="属实")
    took(still, "accept", ANSWERS, by=here.owner)
    viewer = a_viewer(here.head)

    (one,) = unfinished(viewer, was)
    assert one.pk == still.pk and unfinished(a_viewer(here.owner), was) == []  # she mends it, and does not keep it
    assert (carry([one], was, into, by=here.head, at=AT), carry([one], was, into, by=here.head, at=AT)) == (1, 0)
    assert unfinished(viewer, was) == []
    for tag, words in ((was, f"已结转至“{into.title}”"), (into, f"结转自“{was.title}”")):
        (kind,) = gathered(viewer, tag).kinds
        assert {thing.pk: thing.aside for thing in kind.things}[still.pk] == words
    assert links_of(viewer, still.pk, codes=["entry:mending"], leads=True).carried == ((was, into),)
    assert [move.step for move in Entry.fresh(still.pk).moves.all()] == ["accept"]
    assert AuditEntry.objects.filter(kind="links.carried", subject_id=still.pk).count() == 1
    for things, next_one, refused in (([], into, refusals.NothingCarried), ([one], was, refusals.NotTheNext)):
        with pytest.raises(refused):
            carry(things, was, next_one, by=here.head, at=AT)


def test_one_that_ends_says_what_it_leaves_open_and_a_person_decides(here):
    campaign = run(here, "提升工程", *days(-9, -1))
    a_problem(here, "灯不亮", "提升工程"), a_problem(here, "门不关", "提升工程")
    for key in ("accept", "report"):
        took(campaign, key, by=here.owner)
    desk, asked = signed_in(here.head), reverse("registers:step", args=[campaign.pk, "close"])
    page = desk.get(asked).content.decode()
    assert "本专项还有2项没有办结：整改台账2项" in page and reverse("links:carry", args=[known.tags()[0].code]) in page
    refused = desk.post(asked, {"note": "如期"})
    assert refused.status_code == 422 and "还没有办结：整改台账2项" in refused.content.decode()

    run(here, "作风建设", *days(-3, 9))
    was, into = _two()
    carry(unfinished(a_viewer(here.head), was)[:1], was, into, by=here.head, at=AT)
    with pytest.raises(CampaignUnfinished, match="整改台账1项"):  # what was carried on is not left
        took(campaign, "close", by=here.second, note="如期")
    assert desk.post(asked, {"note": "如期", "sure": "1"}).status_code == 302
    assert Entry.fresh(campaign.pk).state == "closed"


def _two():
    was = next(one for one in known.tags() if one.title == "提升工程")
    return was, next(one for one in known.tags() if one.title == "作风建设")


def test_a_correction_does_not_lose_a_campaign_that_is_over(here):
    run(here, "提升工程", *days(-9, -3)), run(here, "作风建设", *days(-3, 9))
    entry = a_problem(here, "灯不亮", "提升工程")
    desk = signed_in(here.head)
    page = desk.get(reverse("registers:correct", args=[entry.pk]))
    data = {"head-title": "灯坏了", "head-day": f"{AT.date()}", "head-owner": here.owner.name, "head-number": "1"}
    offered = page.context["head"].fields["tags"].choices
    assert {str(label) for _key, label in offered} == {"提升工程", "作风建设"}
    desk.post(reverse("registers:correct", args=[entry.pk]), data | {"head-tags": [one.code for one in known.tags()]})

    was, into = _two()
    assert [gathered(a_viewer(here.head), tag).count for tag in (was, into)] == [1, 1]


def test_its_summary_opens_with_what_was_gathered_and_prints_as_figures_and_lists(here):
    campaign = run(here, "提升工程")
    a_problem(here, "灯不亮", "提升工程"), took(a_problem(here, "门不关", "提升工程"), "accept", ANSWERS, by=here.owner)
    viewer, (tag,) = a_viewer(here.head), known.tags()
    found = gathered(viewer, tag)

    assert in_words(found).startswith("一、整改台账2项：")
    assert "11月23日“灯不亮”（待认领）" in in_words(found) and "“门不关”（整改中）" in in_words(found)
    printed = plain(sheet_of(found, written_of(viewer, tag), on=AT.date()))
    assert "学查改" in printed and "2026—2027学年第一学期" in printed and "门不关" in printed
    assert written_of(a_viewer(here.colleague), tag) is None and gathered(a_viewer(here.colleague), tag).count == 0
    assert campaign.pk == tag.thing


def test_children_are_counted_by_register_and_named_nowhere(here):
    run(here, "提升工程")
    entry = a_problem(here, "午间面谈", "提升工程")
    here.register.about_children = True
    here.register.save()
    registers.renew()

    (kind,) = gathered(a_viewer(here.head), known.tags()[0]).kinds
    assert (kind.what, kind.count, kind.things, kind.unnamed) == ("整改台账", 1, (), 1)
    page = signed_in(here.head).get(reverse("links:tag", args=[known.tags()[0].code])).content.decode()
    assert "只计数，不列名" in page and entry.title not in page


def test_the_pages_carry_what_is_ticked_and_say_where_nothing_can_be(here):
    run(here, "提升工程", *days(-9, -1))
    was = known.tags()[0]
    entry, desk = a_problem(here, "灯不亮", "提升工程"), signed_in(here.head)
    asked = reverse("links:carry", args=[was.code])
    page, to_begin = desk.get(asked).content.decode(), f"{reverse('registers:add', args=['campaign'])}?after={was.code}"
    assert "还没有下一个专项" in page and to_begin in page
    first, last = days(-3, 9)
    typed = {"head-title": "作风建设", "head-day": f"{first}", "head-owner": here.owner.name, "paper-begins": f"{first}"}
    arrived = desk.post(to_begin, typed | {"paper-ends": f"{last}"})["Location"]
    _was, into = _two()
    page = desk.get(arrived).content.decode()
    assert arrived == f"{asked}?into={into.code}" and f'value="{into.code}" selected' in page and "灯不亮 · 整改台账" in page

    assert desk.post(asked, {"into": into.code}).status_code == 422
    run(here, "另一专项", *days(-3, 9))
    assert desk.post(asked, {"into": "", "things": [str(entry.pk)]}).status_code == 422  # nobody guesses which of two
    assert desk.post(asked, {"into": into.code, "things": [str(entry.pk)]}).status_code == 302
    assert "没有需要由您结转的事项" in desk.get(asked).content.decode()
    assert signed_in(here.colleague).get(asked).status_code == 403  # she keeps none of it
    page = desk.get(reverse("links:tag", args=[into.code])).content.decode()
    assert "结转自“提升工程”" in page and f"?tag={into.code}" in page
    added = desk.get(reverse("registers:add", args=["mending"]), {"tag": into.code})
    assert added.context["head"].initial["tags"] == [into.code]
    assert desk.get(reverse("registers:add", args=["mending"]), {"tag": "x' --"}).status_code == 200
