"""The pages of a rota: the keeper corrects in place and confirms, a holder asks, what is wrong stands at its place."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.feed import calendar
from navmark.foundation.people.models import Absence
from navmark.foundation.people.tests.factories import a_staff_member, signed_in
from navmark.foundation.rotas.models import Away, Rota, Turn, TurnAsk
from navmark.foundation.rotas.proposing import propose
from navmark.foundation.rotas.tests.scene import AT_THE_DOOR, OF_CLASSES, make_rota, make_school
from navmark.foundation.tenancy.scope import within

OK, MOVED, UNFIT, NONE, NO = 200, 302, 422, 404, 403


def at(name, *args):
    return reverse(f"rotas:{name}", args=args)


@pytest.fixture
def here(inside):
    """Of today: classes week by week, colleagues day by day, in the holidays too."""
    made = make_school(classes=3)
    Rota.objects.all().delete()
    made.rota = make_rota("flag", **{**OF_CLASSES, "every": "week"})
    made.door = make_rota("door", **{**AT_THE_DOOR, "every": "day", "confirmed": True, "shifts": []})
    for rota in (made.rota, made.door):
        propose(rota, made.whole, at=timezone.now())
    made.flags = list(Turn.objects.filter(rota=made.rota))
    made.days = list(Turn.objects.filter(rota=made.door).select_related("person"))
    return made


def key(turn):
    return ".".join((turn.period_key, turn.post, turn.shift, str(turn.place)))


def typed(turns):
    return {key(one): one.person.name if one.person else str(one.holder_unit_id) for one in turns}


def test_its_keeper_changes_a_place_and_confirms_all_in_one_step(here, school):
    desk, second = signed_in(here.moral_head), here.flags[1]
    page = desk.get(at("table", "flag")).content.decode()
    assert "待确认" in page and "保存并确认4次" in page and "本学年还没轮到" not in page

    answer = desk.post(at("table", "flag"), typed(here.flags) | {key(second): str(here.classes[2].pk), "confirm": "1"})

    assert answer.status_code == MOVED
    with within(school):
        found = Turn.objects.filter(rota=here.rota)
        assert {turn.state for turn in found} == {"confirmed"} and Turn.fresh(second.pk).holder_unit_id == here.classes[2].pk


def test_a_name_that_nobody_bears_stands_at_its_place_and_nothing_is_changed(here, school):
    told = typed(here.days)
    told[key(here.days[1])], told[key(here.days[2])] = "无此人", here.moral_head.name

    page = signed_in(here.moral_head).post(at("table", "door"), told)

    assert page.status_code == UNFIT and "无此人" in page.content.decode()
    with within(school):
        assert [Turn.fresh(turn.pk).person_id for turn in here.days] == [turn.person_id for turn in here.days]


def test_whoever_is_away_is_named_only_with_a_tick_that_is_offered_then(here, school):
    guest, turn = a_staff_member(), here.days[2]
    Absence.objects.create(person=guest, kind="personal", note="家事", from_day=turn.starts_on)
    desk, told = signed_in(here.moral_head), typed(here.days) | {key(turn): guest.name}

    refused = desk.post(at("table", "door"), told)
    assert refused.status_code == UNFIT
    assert "仍这样安排" in refused.content.decode() and "家事" not in refused.content.decode()
    assert desk.post(at("table", "door"), told | {"anyway": "on"}).status_code == MOVED
    with within(school):
        assert Turn.fresh(turn.pk).person_id == guest.pk
    assert "轮到时不在" in desk.get(at("table", "door")).content.decode()


def test_a_reader_sees_the_table_and_no_hint_and_whoever_reads_it_not_sees_her_own_turns_alone(here):
    reader = signed_in(here.colleague)
    page = reader.get(at("table", "flag")).content.decode()
    assert "只有负责人看得到" not in page and "<select" not in page.split("</nav>")[-1]
    assert (reader.post(at("table", "flag"), {}).status_code, reader.get(at("table", "door")).status_code) == (NO, NONE)

    mine = next(turn for turn in here.days if turn.person_id == here.colleague.pk) if here.colleague in people(here) else None
    other = next(turn for turn in here.days if turn.person_id != here.colleague.pk)
    assert reader.get(at("turn", other.pk)).status_code == NONE
    assert mine is None or reader.get(at("turn", mine.pk)).status_code == OK


def people(here):
    return [turn.person for turn in here.days]


def test_a_class_teacher_asks_another_who_agrees_and_both_find_it_on_their_pages(here, school):
    asks, asked = signed_in(here.teachers[0]), signed_in(here.teachers[1])
    first, second = here.flags[:2]
    assert "国旗下讲话轮值" in asks.get(at("shelf")).content.decode()

    assert asks.post(at("change", first.pk), {"do": "swap", "other": str(second.pk), "note": "家长会"}).status_code == MOVED
    with within(school):
        question = TurnAsk.objects.get()
    assert "等您答复" in asked.get(at("shelf")).content.decode()
    assert signed_in(here.colleague).get(at("asked", question.pk)).status_code == NONE
    assert asks.post(at("asked", question.pk), {"do": "agree"}).status_code == UNFIT  # it is not hers to agree
    assert asked.post(at("asked", question.pk), {"do": "agree"}).status_code == MOVED

    with within(school):
        assert [Turn.fresh(turn.pk).holder_unit.number for turn in (first, second)] == [2, 1]


def test_a_keeper_passes_over_with_a_reason_and_hands_on_at_once(here, school):
    desk, turn = signed_in(here.moral_head), here.days[2]
    assert desk.post(at("change", turn.pk), {"do": "skip", "because": ""}).status_code == UNFIT
    assert desk.post(at("change", turn.pk), {"do": "nothing"}).status_code == UNFIT
    assert desk.post(at("change", turn.pk), {"do": "skip", "because": "外出"}).status_code == MOVED
    guest = a_staff_member()
    assert desk.post(at("change", turn.pk), {"do": "hand_on", "to": guest.name}).status_code == MOVED

    with within(school):
        assert Turn.fresh(turn.pk).person_id == guest.pk
    assert "外出" in desk.get(at("turn", turn.pk)).content.decode()


def test_what_was_done_is_noted_with_a_word_that_whoever_comes_next_reads(here):
    first, second = here.days[:2]
    holder, keeper = signed_in(first.person), signed_in(here.moral_head)
    assert "护栏到位" not in holder.get(at("turn", first.pk)).content.decode()

    too_long = holder.post(at("keep", first.pk), {"note": "长" * 501})
    assert too_long.status_code == UNFIT and "长" * 501 in too_long.content.decode()  # nothing typed is lost
    assert holder.post(at("keep", first.pk), {"note": "门锁坏了"}).url == at("turn", first.pk)
    ahead = keeper.post(at("keep", second.pk), follow=True).content.decode()
    assert "到时再登记完成" in ahead  # nothing that lies ahead counts

    assert "门锁坏了" in keeper.get(at("turn", second.pk)).content.decode()
    holder.post(at("take_back", first.pk))
    assert "门锁坏了" not in keeper.get(at("turn", second.pk)).content.decode()


def test_who_takes_turns_is_a_list_of_names_one_a_line(here, school):
    desk = signed_in(here.moral_head)
    assert here.colleague.name in desk.get(at("names", "door")).content.decode()

    refused = desk.post(at("names", "door"), {"order": "fixed", "lines": f"{here.colleague.name}\n无此人"})
    assert refused.status_code == UNFIT and here.colleague.name in refused.content.decode()
    assert desk.post(at("names", "door"), {"order": "fixed", "lines": here.colleague.name}).status_code == MOVED

    with within(school):
        propose(here.door, here.whole, at=timezone.now() + timedelta(days=10))
        assert Turn.objects.filter(rota=here.door).last().person_id == here.colleague.pk

        make_rota("guides", **{**AT_THE_DOOR, "among": "list"})
    empty = desk.get(at("table", "guides")).content.decode()
    assert f'<a href="{at("names", "guides")}?unit={here.whole.pk}">' in empty  # where the first are named


def test_days_without_a_turn_are_said_and_taken_back_by_oneself_alone(here, school):
    mine, today = signed_in(here.colleague), timezone.localdate()
    assert mine.post(at("shelf"), {"first": f"{today}", "last": "2000-01-01"}).status_code == UNFIT
    mine.post(at("shelf"), {"first": f"{today}", "last": f"{today + timedelta(days=9)}", "note": "带队"})

    with within(school):
        row = Away.objects.get()
        proposed = Turn.objects.filter(rota=here.door, starts_on__gt=today)
        assert here.colleague.pk not in {turn.person_id for turn in proposed}
    assert signed_in(here.teacher).post(at("back", row.pk)).status_code == NONE
    assert mine.post(at("back", row.pk)).status_code == MOVED


def test_what_is_shown_is_printed_and_taken_along_and_stands_in_the_calendar(here, school):
    desk = signed_in(here.moral_head)
    assert desk.get(at("print", "flag")).getvalue().startswith(b"%PDF")
    book = openpyxl.load_workbook(io.BytesIO(desk.get(at("workbook", "door")).getvalue()))
    cells = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert set(cells) >= {"东门", *(person.name for person in people(here))}

    desk.post(at("table", "flag"), typed(here.flags) | {"confirm": "1"})
    with within(school):
        feed = calendar(here.teachers[0], name="启明", at=timezone.now()).decode()
    assert feed.count("SUMMARY:国旗下讲话轮值") == 2  # three classes share four weeks


def test_the_table_and_the_shelf_cost_the_same_however_many_turns(here, django_assert_max_num_queries):
    desk = signed_in(here.moral_head)
    for days in (0, 5):
        for n in range(days):
            propose(here.door, here.whole, at=timezone.now() + timedelta(days=n))
        for page, most in (("table", 18), ("shelf", 14)):
            with django_assert_max_num_queries(most):
                desk.get(at(page, *(["door"] if page == "table" else [])))
