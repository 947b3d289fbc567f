"""The page says of every kind who may do what, and only what the kinds say; its sheet says the same."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.people.models import Engagement, EngagementKind, UnitKind
from navmark.foundation.people.tests.factories import a_branch, a_person, a_staff_member, a_unit, a_viewer, signed_in
from navmark.foundation.pledges.tests.scene import make_kind
from navmark.foundation.registers import known as registers_known
from navmark.foundation.registers.access import may_read
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.tests import scene as registers
from navmark.foundation.rotas.tests.scene import AT_THE_DOOR, OF_CLASSES, make_rota
from navmark.pillars.demonstration.branch_life import kinds
from navmark.project.rights.acts import in_words, label_of, rights, things_of
from navmark.project.rights.sheet import matrix
from navmark.project.rights.sorts import OCCASIONS, PLEDGES, REGISTERS, ROTAS


@pytest.fixture
def chinese(inside):
    a_branch(members=6, committee=3, groups=1)
    with override("zh-hans"):
        yield


def _held() -> list[Kind]:
    return things_of(OCCASIONS, a_viewer(a_staff_member()))


def _of(title: str) -> dict[str, str]:
    row = next(row for row in rights(OCCASIONS, _held()) if row.title == title)
    return {act.sign: words for act, words in row.acts}


def test_it_says_of_each_kind_who_may_do_what(chinese):
    said = _of("支委会")

    assert said["到"] == said["票"] == "支部委员"
    assert "党务干事" in said["安"] and "党务干事" not in said["核"]
    assert "党员" not in said["看"].split("、")


def test_a_right_that_hangs_on_two_things_says_both(chinese):
    assert label_of("author:committee") == "发起人（支部委员）"
    assert in_words(("staff", "another:principal", "another:committee", "another")) == (
        "教职工、上一环节以外的人、上一环节以外的人（支部委员、校长）"
    )


def test_the_sheet_has_a_row_for_each_circle_and_a_column_for_each_kind(chinese):
    sheet = matrix(OCCASIONS, _held(), school="启明实验小学", on=date(2026, 11, 24))

    assert {row.width for row in sheet.rows} == {len(sheet.columns)}
    clerk = next(row for row in sheet.rows if row.label == "党务干事")
    talk = sheet.columns.index(str(kind(kinds.TALK).title))
    assert clerk.cells[talk] == ""
    assert "安" in clerk.cells[0] and "核" not in clerk.cells[0]


def test_a_colleague_reads_it_and_prints_it_and_a_community_worker_does_not(inside):
    a_branch(members=6, committee=3, groups=1)
    worker = a_person()
    Engagement.objects.create(person=worker, kind=EngagementKind.COMMUNITY)
    browser, outside = signed_in(a_staff_member()), signed_in(worker)

    assert "发起人（支部委员）" in browser.get(reverse("rights")).content.decode()
    assert [browser.get(reverse("rights"), {"of": of}).status_code for of in ("registers", "rotas", "pledges", "x")] == [
        200
    ] * 3 + [404]
    assert b"".join(browser.get(reverse("rights-sheet")).streaming_content).startswith(b"%PDF")
    assert [outside.get(reverse(page)).status_code for page in ("rights", "rights-sheet")] == [403, 403]


def _told(sort, person, title):
    return next(
        {act.sign: words for act, words in row.acts}
        for row in rights(sort, things_of(sort, a_viewer(person)))
        if row.title == title
    )


def test_a_right_changed_in_data_stands_on_the_page_as_the_doors_have_it(chinese):
    here, colleague = registers.make_school(), a_staff_member()
    entry = registers.an_entry(here)
    told = _told(REGISTERS, colleague, "整改台账")
    assert told == {
        "登": "办公室主任", "改": "办公室主任", "看": "参加人员",
        "办": "认领整改：责任人；报告结果：责任人；销号：上一环节以外的人（办公室主任）；退回：上一环节以外的人（办公室主任）",
    }  # fmt: skip
    assert not may_read(a_viewer(colleague), entry)

    Register.objects.filter(pk=here.register.pk).update(readers=["staff"])
    registers_known.renew()

    assert _told(REGISTERS, colleague, "整改台账")["看"] == "教职工" and may_read(a_viewer(colleague), Entry.fresh(entry.pk))
    Register.objects.filter(pk=here.register.pk).update(active_to=date(2026, 1, 1))
    registers_known.renew()
    assert not things_of(REGISTERS, a_viewer(colleague)), "what is switched off gives nobody a right"


def test_whose_turn_it_may_be_and_who_may_take_something_on_stand_there_too(chinese):
    a_unit(UnitKind.SCHOOL, "启明实验小学")
    make_rota("flag", **OF_CLASSES), make_rota("door", **AT_THE_DOOR)
    make_rota("list", **{**AT_THE_DOOR, "among": "list", "title": "值班"})
    kind = make_kind()
    colleague = a_staff_member()

    assert _told(ROTAS, colleague, "国旗下讲话轮值") == {"轮": "班级负责人", "排": "德育主任", "看": "教职工"}
    assert [_told(ROTAS, colleague, title)["轮"] for title in ("护校值班", "值班")] == ["教职工", "名单上的人员"]
    assert _told(PLEDGES, colleague, kind.title) == {"领": "教导主任、德育主任", "管": "办公室主任", "看": "教职工"}
    signs = {
        row.label: row.cells
        for row in matrix(ROTAS, things_of(ROTAS, a_viewer(colleague)), school="", on=date(2026, 11, 24)).rows
    }
    assert signs["德育主任"] == ("排",) * 3
