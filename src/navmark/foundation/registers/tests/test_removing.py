"""移除: an entry that should not stand is taken out, and stands again as it stood."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from navmark.foundation.audit.queries import history_of
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.registers import access, actions
from navmark.foundation.registers.facts import register_facts
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.public import page_at
from navmark.foundation.registers.refusals import EntryNumberTaken, EntryRemoved
from navmark.foundation.registers.retention import BROUGHT_BACK_WITHIN, retain_due
from navmark.foundation.registers.tests.scene import ANSWERS, AT, an_entry, make_register, make_school, took
from navmark.foundation.tenancy.scope import within

WHY = "登记重复"


@pytest.fixture
def here(inside):
    scene = make_school()
    scene.register = make_register("panels", facts=["panels"], public=["problem"])
    return scene


def stands(pk):
    """(in the register, as a fact, how many wait for it)."""
    waiting = Duty.objects.filter(source_id=pk, settled="").count()
    return Entry.objects.filter(pk=pk).count(), register_facts(AT.date())["panels"], waiting


def test_it_stands_nowhere_until_it_is_brought_back(here):
    entry = an_entry(here)
    token = actions.publish(entry, by=here.head, at=AT).token
    assert stands(entry.pk) == (1, 1, 1) and page_at(token)

    actions.remove(entry, why=WHY, by=here.head, at=AT)
    assert stands(entry.pk) == (0, 0, 0) and page_at(token) is None
    with pytest.raises(Http404):
        access.entry_for(a_viewer(here.head), entry.pk)

    actions.bring_back(entry, by=here.head, at=AT)
    assert stands(entry.pk) == (1, 1, 1) and page_at(token) is None  # until somebody approves it again
    assert [row.kind for row in history_of(entry)][:3] == ["registers.brought_back", "registers.removed", "registers.withdrawn"]


def test_what_was_removed_meanwhile_takes_no_step(here):
    entry = an_entry(here)
    actions.remove(entry, why=WHY, by=here.head, at=AT)

    with pytest.raises(EntryRemoved):
        took(entry, "accept", ANSWERS, by=here.owner)
    with pytest.raises(EntryRemoved):
        actions.publish(entry, by=here.head, at=AT)
    assert not Entry.every.get(pk=entry.pk).moves.exists()


def test_its_number_is_free_and_stands_once(here):
    first = actions.remove(an_entry(here), why=WHY, by=here.head, at=AT)
    assert an_entry(here, "走廊灯").number == first.number == 1
    with pytest.raises(EntryNumberTaken):
        actions.bring_back(first, by=here.head, at=AT)
    assert Entry.every.get(pk=first.pk).removed_why == WHY


def test_after_a_month_it_is_gone_with_all_that_hangs_on_it(here):
    gone, stays = actions.remove(an_entry(here), why=WHY, by=here.head, at=AT), an_entry(here, "走廊灯")

    assert retain_due(at=AT + BROUGHT_BACK_WITHIN) == 0
    assert retain_due(at=AT + BROUGHT_BACK_WITHIN + timedelta(days=1)) == 1
    assert list(Entry.every.all()) == [stays] and gone.pk != stays.pk


def test_a_keeper_removes_it_for_a_reason_and_finds_it_again(here, school):
    entry = an_entry(here)
    desk, address = signed_in(here.head), reverse("registers:remove", args=[entry.pk])
    assert signed_in(here.owner).get(address).status_code == 403
    assert desk.post(address, {"why": ""}).status_code == 422

    page = desk.post(address, {"why": WHY}, follow=True).content.decode()
    assert entry.title in page and WHY in page and here.head.name in page
    assert signed_in(here.owner).post(reverse("registers:bring_back", args=[entry.pk])).status_code == 404

    assert desk.post(reverse("registers:bring_back", args=[entry.pk])).url == reverse("registers:entry", args=[entry.pk])
    assert "没有删除过条目" in desk.get(reverse("registers:removed", args=["panels"])).content.decode()
    with within(school):
        assert Entry.fresh(entry.pk).title == entry.title
