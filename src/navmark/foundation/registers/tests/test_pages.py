"""The pages of a register: what is typed is kept, what is wrong stands at its field, what is shown is exported and printed."""

import io
from datetime import date

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from navmark.foundation.papers.fields import BEFORE, NEVER
from navmark.foundation.papers.types.text import Line
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_post, a_viewer, signed_in
from navmark.foundation.registers import actions, known, shelving
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.listing import List
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.paging import kept
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import AT, an_entry, make_register, make_school, took
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.standing import stands_in

OK, MOVED, UNFIT, NONE, NO = 200, 302, 422, 404, 403


@pytest.fixture
def here(inside):
    return make_school()


def at(name, *args):
    return reverse(f"registers:{name}", args=args)


def typed(here, **fields):
    told = {"head-title": "走廊灯不亮", "head-day": f"{timezone.localdate()}", "head-owner": here.owner.name, "head-number": ""}
    return told | {"paper-problem": "东侧两盏"} | fields


def test_it_is_added_from_an_empty_list_and_stands_there(here, school):
    desk = signed_in(here.head)
    assert "还没有内容" in desk.get(at("list", "mending")).content.decode()

    answer = desk.post(at("add", "mending"), typed(here))

    with within(school):
        entry = Entry.objects.get()
        assert (entry.title, entry.owner, entry.number) == ("走廊灯不亮", here.owner, 1)
    assert answer.url == f"{at('entry', entry.pk)}?edit={entry.pk}"  # its paper asks more than adding it did
    assert "走廊灯不亮" in desk.get(at("list", "mending")).content.decode()


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"head-owner": "无此人"}, "无此人"),
        ({"head-day": "昨天"}, "日期"),
        ({"paper-problem": ""}, "请填写。"),
        ({"head-number": "0"}, "1"),
        ({"head-day": "昨天", "paper-problem": ""}, "日期"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(here, school, fields, why):
    page = signed_in(here.head).post(at("add", "mending"), typed(here, **fields))

    assert page.status_code == UNFIT and why in page.content.decode()
    assert page.content.count(b"error-summary") == 1
    assert ("东侧两盏" in page.content.decode()) is ("paper-problem" not in fields)
    with within(school):
        assert not Entry.objects.exists()


def test_what_was_not_given_a_title_is_called_by_what_was_written_first(here, school):
    signed_in(here.head).post(at("add", "mending"), typed(here, **{"head-title": "", "paper-problem": "走廊灯不亮。东侧两盏。"}))

    with within(school):
        assert Entry.objects.get().title == "走廊灯不亮"


def test_a_step_asks_on_its_page_and_its_refusal_stands_there(here, school):
    entry, mine = an_entry(here), signed_in(here.owner)
    address = at("step", entry.pk, "accept")

    assert "整改措施" in mine.get(address).content.decode()
    refused = mine.post(address, {"paper-measure": "换灯", "paper-due": ""})
    assert refused.status_code == UNFIT and "换灯" in refused.content.decode()
    assert mine.post(address, {"paper-measure": "换灯", "paper-due": "2026-12-01"}).url == at("entry", entry.pk)
    assert mine.post(address, {"paper-measure": "换灯", "paper-due": "2026-12-01"}).status_code == UNFIT  # it has gone on
    assert signed_in(here.head).get(at("step", entry.pk, "report")).status_code == NO
    with within(school):
        assert Entry.fresh(entry.pk).state == "mending"


def test_the_page_offers_the_step_and_the_way_back_to_who_may(here, school):
    entry, mine = an_entry(here), signed_in(here.owner)
    assert "认领整改" in mine.get(at("entry", entry.pk)).content.decode()
    assert "认领整改" not in signed_in(here.head).get(at("entry", entry.pk)).content.decode()

    mine.post(at("step", entry.pk, "accept"), {"paper-measure": "换灯", "paper-due": "2026-12-01"})
    page = mine.get(at("entry", entry.pk))
    assert "撤回" in page.content.decode()
    assert [(move.words, who) for move, who in page.context["moves"]] == [("认领整改", here.owner.name)]
    mine.post(at("undo", entry.pk))
    with within(school):
        assert Entry.fresh(entry.pk).state == "new"
    assert "只有" in mine.post(at("undo", entry.pk), follow=True).content.decode()


def test_it_is_a_sheet_to_read_and_opens_to_be_written_to_who_keeps_it(here):
    page = at("entry", an_entry(here).pk)
    desk, written = signed_in(here.head), f'action="{page}write/"'

    read, opened = (desk.get(page, asked).content.decode() for asked in ({}, {"edit": page.split("/")[-2]}))
    assert "东侧两盏" in read and "编辑" in read and written not in read
    assert written in opened
    assert written not in signed_in(here.owner).get(page, {"edit": page.split("/")[-2]}).content.decode()


def test_keepers_write_the_paper_and_correct_the_head(here, school):
    entry, desk = an_entry(here), signed_in(here.head)
    assert (
        desk.post(at("write", entry.pk), {"revision": "0", "problem": "西侧也不亮"}, headers={"X-Autosave": "1"}).status_code
        == 204
    )
    assert signed_in(here.owner).post(at("write", entry.pk), {"revision": "1", "problem": "无"}).status_code == NO

    told = {"head-title": "走廊灯", "head-day": "2026-11-24", "head-owner": here.owner.name, "head-helper": here.colleague.name}
    assert desk.post(at("correct", entry.pk), told | {"head-number": "7"}).status_code == MOVED
    with within(school):
        entry = Entry.fresh(entry.pk)
        assert (entry.title, entry.number, entry.hands.get().person) == ("走廊灯", 7, here.colleague)
    page = desk.get(at("entry", entry.pk)).content.decode()
    assert "西侧也不亮" in page and here.colleague.name in page


def test_a_closed_entry_is_written_no_more(here):
    entry = an_entry(here)
    actions.take(entry, EntryStep("end", ("new",), "closed", "办结", ("owner",)), by=here.owner, at=timezone.now())

    answer = signed_in(here.head).post(at("write", entry.pk), {"revision": "0", "problem": "另写"}, headers={"X-Autosave": "1"})
    assert answer.status_code == UNFIT and "已销号" in answer.content.decode()


def test_its_headings_are_read_in_the_language_of_the_page_and_exported_in_the_school_s(here):
    entry = an_entry(here)
    viewer = a_viewer(here.head)
    made = List(viewer, here.register, kept(viewer, Entry.objects.filter(pk=entry.pk)))
    with override("en"):
        assert made.headings[:4] == ["Day", "Number of the entry", "Title", "Owner"]
        assert made.head[0].label == "日期"


@pytest.mark.on_one
@pytest.mark.parametrize(("count", "shown"), [(8, [*range(8)]), (29, [0, 9, 18, 27])])
def test_of_a_long_paper_the_screen_shows_what_an_entry_must_have(count, shown):
    made = List.__new__(List)
    made.fields = [Line(key=f"f{n}", label=f"{n}", required=NEVER if n % 9 else BEFORE) for n in range(count)]

    assert [made.fields.index(one) for one in made.on_screen] == shown


def test_the_table_and_the_print_are_what_the_filter_leaves(here):
    an_entry(here)
    entry = took(an_entry(here, "水龙头"), "accept", {"measure": "换", "due": timezone.localdate()}, by=here.owner)
    desk = signed_in(here.head)

    page = desk.get(at("list", "mending"), {"state": "mending"}).content.decode()
    assert "水龙头" in page and "走廊灯不亮" not in page
    table = openpyxl.load_workbook(io.BytesIO(desk.get(at("table", "mending"), {"state": "mending"}).getvalue()))
    rows = [[cell.value for cell in row] for row in table.worksheets[0].iter_rows()]
    assert any("水龙头" in row for row in rows) and not any("走廊灯不亮" in row for row in rows)
    assert desk.get(at("print", "mending")).getvalue().startswith(b"%PDF")
    assert desk.get(at("sheet", entry.pk)).getvalue().startswith(b"%PDF")


def test_an_entry_that_waits_reads_as_no_meeting_that_was_held(here):
    an_entry(here)

    page = signed_in(here.owner).get(reverse("cadence:list")).content.decode()

    assert "认领整改：走廊灯不亮" in page
    assert "已召开" not in page


def test_what_is_open_stands_in_the_list_of_the_next_year_too(here):
    an_entry(here)

    assert "走廊灯不亮" in signed_in(here.head).get(at("list", "mending"), {"year": "2027"}).content.decode()


def test_a_child_on_the_paper_is_in_no_list_and_only_keepers_read_it(here):
    entry = an_entry(here)

    assert "涉及学生" not in signed_in(here.head).get(at("list", "mending")).content.decode()
    assert "涉及学生" in signed_in(here.head).get(at("entry", entry.pk)).content.decode()
    assert "涉及学生" not in signed_in(here.owner).get(at("entry", entry.pk)).content.decode()


def test_the_list_costs_the_same_for_one_entry_and_for_forty(here, django_assert_max_num_queries):
    desk = signed_in(here.head)
    an_entry(here)
    with django_assert_max_num_queries(12):  # an edition of the paper, and of the register, is read once a process
        desk.get(at("list", "mending"))
    for count in (1, 39):
        for number in range(count):
            an_entry(here, f"问题{number}")
        with django_assert_max_num_queries(10):
            desk.get(at("list", "mending"))


def test_an_entry_costs_at_most_fourteen_queries(here, django_assert_max_num_queries):
    entry = took(an_entry(here), "accept", {"measure": "换", "due": timezone.localdate()}, by=here.owner)
    desk = signed_in(here.head)
    with django_assert_max_num_queries(14):
        page = desk.get(at("entry", entry.pk))
    assert stands_in(page.wsgi_request) == at("list", "mending")  # which the navigation marks


RENEW = EntryStep("renew", ("kept",), "kept", "续期", ("office_head",), waits=False)
AT_REST = Course((EntryState("kept", "在册"), EntryState("lapsed", "已期满", is_closed=True)), (RENEW,))


def test_the_shelf_stands_by_pillar_and_counts_what_asks_for_something(here):
    an_entry(here)
    others = {"readers": ["staff"], "makers": ["counsellor"], "numbered": False, "pillar": "示范", "pillar_en": "Demonstration"}
    make_register("empty", title="空台账", position=1, **others)
    honours = make_register("honours", AT_REST, title="荣誉登记", position=2, **others | {"makers": ["office_head"]})
    actions.add(honours, EntryHead(here.whole, "文明校园", AT.date(), here.owner), {"problem": "无"}, by=here.head, at=AT)
    a_post(here.head, PostKind.MORAL_HEAD)
    desk = signed_in(here.head)
    page = desk.get(at("shelf"))

    found = [(title, [(one.register.code, one.asking, one.adds) for one in some]) for title, some in page.context["pillars"]]
    assert found == [("", [("mending", 1, True)]), ("示范", [("honours", 0, True), ("empty", 0, False)])]
    assert [title for title, _some in shelving.pillars(a_viewer(here.colleague))] == [""]  # who leads no pillar reads of none
    desk.cookies["django_language"] = "en"
    assert "<h2>Demonstration</h2>" in desk.get(at("shelf")).content.decode()
    desk.cookies["django_language"] = "zh-hans"
    told = page.content.decode()
    assert "<h2>示范</h2>" in told and "1项在办 · 共1条，最近11月23日(周一)" in told and told.count("尚无条目") == 1
    kept = {state: desk.get(at("list", "honours"), {"state": state}).content.decode() for state in ("kept", "open")}
    assert "文明校园" in kept["kept"] and "文明校园" not in kept["open"]
    assert 'value="open"' in desk.get(at("list", "mending")).content.decode() and 'value="open"' not in kept["kept"]

    Register.objects.filter(code__in=["honours", "empty"]).update(active_to=date(1970, 1, 1))
    known.renew()
    off = desk.get(at("shelf")).content.decode()  # what is switched off stands there only where it holds something
    assert "荣誉登记" in off and "空台账" not in off


def test_the_shelf_costs_the_same_for_one_register_in_which_she_stands_and_for_four(here):
    costs, head = [], EntryHead(here.whole, "灯", AT.date(), here.owner)
    desk = signed_in(here.owner)
    an_entry(here)
    for codes in ((), ("second", "third", "fourth")):
        for code in codes:
            actions.add(make_register(code, numbered=False), head, {"problem": "无"}, by=here.head, at=AT)
        with CaptureQueriesContext(connection) as asked:
            ((_title, shelved),) = desk.get(at("shelf")).context["pillars"]
        assert len(shelved) == 1 + len(codes)
        costs.append(len(asked))

    assert costs[0] == costs[1]
