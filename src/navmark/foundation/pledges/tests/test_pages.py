"""The pages of pledges: who sees them, what is refused stands at its field, what is shown is exported and printed."""

import io

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.tests.factories import a_unit, signed_in
from navmark.foundation.pledges.models import Pledge, PledgeLog
from navmark.foundation.pledges.tests.scene import a_pledge, make_school
from navmark.foundation.tenancy.scope import within

OK, MOVED, UNFIT, NONE, NO = 200, 302, 422, 404, 403


@pytest.fixture
def here(inside):
    return make_school()


def at(name, *args):
    return reverse(f"pledges:{name}", args=args)


def test_it_is_given_by_hand_written_on_and_handed_over(here, school):
    desk, today = signed_in(here.keeper), timezone.localdate()
    assert "还有2项无人承担" in desk.get(at("list", "support")).content.decode()

    told = {"holder": here.colleague.name, "from_day": f"{today}", "basis": "办公会"}
    refused = desk.post(at("take", "support", here.maths.pk), told)
    assert refused.status_code == UNFIT and "办公会" in refused.content.decode() and "可选，请核对" in refused.content.decode()
    assert desk.post(at("take", "support", here.maths.pk), told | {"holder": here.teaching.name}).status_code == MOVED
    with within(school):
        pledge = Pledge.objects.get()

    mine = signed_in(here.teaching)
    empty = mine.post(at("write", pledge.pk), {"head-day": f"{today}", "paper-done": "", "paper-solved": "进度不一"})
    assert empty.status_code == UNFIT and "进度不一" in empty.content.decode()
    assert mine.post(at("write", pledge.pk), {"head-day": f"{today}", "paper-done": "听课两节"}).status_code == MOVED
    with within(school):
        log = PledgeLog.objects.get()
    again = {"head-day": f"{today}", "paper-revision": "0", "paper-done": "听课三节", "paper-solved": ""}
    assert mine.post(at("rewrite", log.pk), again).status_code == MOVED
    assert "听课三节" in mine.get(at("pledge", pledge.pk)).content.decode()

    assert mine.get(at("hand_over", pledge.pk)).status_code == NO
    said = {"holder": here.moral.name, "day": f"{today}", "reason": "换届"}
    assert desk.post(at("hand_over", pledge.pk), said).status_code == MOVED
    assert here.moral.name in desk.get(at("list", "support")).content.decode()
    assert here.teaching.name in desk.get(at("pledge", the_holder_s(school).pk)).content.decode()


def the_holder_s(school):
    with within(school):
        return Pledge.objects.get(state="taken")


def test_who_is_asked_says_yes_or_no_and_nobody_for_her(here, school):
    desk, today = signed_in(here.keeper), timezone.localdate()
    desk.post(at("take", "support", here.maths.pk), {"holder": here.teaching.name, "from_day": f"{today}", "ask": "on"})
    with within(school):
        pledge = Pledge.objects.get()
    assert desk.post(at("accept", pledge.pk)).status_code == NO

    mine = signed_in(here.teaching)
    assert "不同意" in mine.get(at("pledge", pledge.pk)).content.decode()
    mine.post(at("decline", pledge.pk), {"reason": "课多"})
    with within(school):
        assert Pledge.objects.get().ending == "declined"
    assert signed_in(here.moral).post(at("take", "support", here.maths.pk), {"from_day": f"{today}"}).status_code == MOVED
    own = the_holder_s(school)
    assert own.holder_id == here.moral.pk
    assert signed_in(here.moral).post(at("end", own.pk), {"ending": "given_up", "day": f"{today}"}).status_code == UNFIT


def test_the_staff_reads_who_has_what_and_no_more(here):
    pledge = a_pledge(here)
    other = signed_in(here.colleague)

    page = other.get(at("list", "support")).content.decode()
    assert (
        here.teaching.name in page and at("pledge", pledge.pk) not in page and at("take", "support", here.chinese.pk) not in page
    )
    assert [other.get(at(*name)).status_code for name in (("pledge", pledge.pk), ("write", pledge.pk))] == [NONE, NONE]
    assert other.get(at("take", "support", here.chinese.pk)).status_code == NO


def test_what_is_shown_is_exported_and_printed(here):
    pledge, desk = a_pledge(here), signed_in(here.keeper)

    table = openpyxl.load_workbook(io.BytesIO(desk.get(at("table", "support")).getvalue()))
    rows = [[cell.value for cell in row] for row in table.worksheets[0].iter_rows()]
    assert any(here.teaching.name in row for row in rows) and any("语文组" in row for row in rows)
    for address in (at("print", "support"), at("sheet", pledge.pk)):
        assert desk.get(address).getvalue().startswith(b"%PDF")


def test_the_list_costs_the_same_for_one_and_for_twenty(here, django_assert_max_num_queries):
    desk = signed_in(here.keeper)
    for count in (1, 19):
        for number in range(count):
            a_pledge(here, group=a_unit(UnitKind.SUBJECT_GROUP, f"组{count}{number}"))
        with django_assert_max_num_queries(14):
            desk.get(at("list", "support"))
    assert not Activity.objects.exists()


def test_what_stands_on_paper_is_typed_in_row_by_row_and_nothing_of_it_before_all_is_right(here, school):
    desk, today = signed_in(here.keeper), timezone.localdate()
    with within(school):
        first, second = (name_on(unit, today) for unit in (here.maths, here.chinese))
    rows = {
        "paper_day": f"{today}", "cell-0-head.thing": first, "cell-0-head.holder": here.teaching.name,
        "cell-1-head.thing": first, "cell-1-head.holder": here.moral.name, "cell-1-head.basis": "办公会",
    }  # fmt: skip
    answer = desk.post(at("batch_taken", "support"), rows)
    assert (
        answer.status_code == UNFIT
        and "承担。请在那里办理交接" in answer.content.decode()
        and 'value="办公会"' in answer.content.decode()
    )
    with within(school):
        assert not Pledge.objects.exists()
    assert desk.post(at("batch_taken", "support"), rows | {"cell-1-head.thing": second}).status_code == MOVED

    mine = signed_in(here.teaching)
    assert mine.get(at("batch_taken", "support")).status_code == NO
    word = {"paper_day": f"{today}", "cell-0-head.thing": f"{first}（{here.teaching.name}）", "cell-0-done": "听课两节"}
    other = {"paper_day": f"{today}", "cell-0-head.thing": f"{second}（{here.moral.name}）", "cell-0-done": "听课"}
    assert mine.post(at("batch", "support"), other).status_code == UNFIT
    assert mine.post(at("batch", "support"), word).status_code == MOVED
    with within(school):
        log = PledgeLog.objects.get()
        assert (log.day, log.paper_day, log.pledge.holder) == (today, today, here.teaching)
    assert "补录" in mine.get(at("pledge", log.pledge_id)).content.decode()
