"""What stands in which cell, before whose eyes; lines that are typed, changed, taken out and put back."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.audit.queries import history_of
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.links.actions import TagSpec
from navmark.foundation.links.actions import establish as establish_tags
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.rotas.proposing import propose
from navmark.foundation.rotas.tests.scene import AT, AT_THE_DOOR, make_rota, make_school
from navmark.foundation.termplan import actions
from navmark.foundation.termplan.actions import ColumnSpec, LineSaid
from navmark.foundation.termplan.models import PlanColumn, PlanLine
from navmark.foundation.termplan.plan import SQL_OF_TERM, TermPlan, plan_of
from navmark.foundation.termplan.texts import text_of
from navmark.foundation.ui.tests.markup import tight

TODAY, WEEK, NEXT = AT.date(), "2026-2027-1-W13", "2026-2027-1-W14"
OK, MOVED, UNFIT, NO = 200, 302, 422, 403


def planned(here, kind, unit, day, **given):
    start = datetime(day.year, day.month, day.day, 8, tzinfo=AT.tzinfo)
    plan = Plan(
        unit=unit, title="活动", parts=[PlannedPart(kind)], starts_at=start, ends_at=start + timedelta(minutes=40), place="操场",
        host=here.moral_head, recorder=here.moral_head,
    )  # fmt: skip
    return arrange(plan, given or {"topic": "节约"}, by=here.moral_head, at=AT)


def often(kind, period, subject, **said):
    Cadence.objects.create(
        code=kind, named=kinds.kind(kind).named, activity_kind=kind, period=period, subject=subject,
        active_from=date(2026, 9, 1), **said,
    )  # fmt: skip


def filled(plan: TermPlan) -> set[str]:
    return {row.week.key for row in plan.rows if row.filled}


@pytest.fixture
def here(inside):
    """The flag speech takes turns from week 13 on; next Monday's is planned. Research is read by its group alone."""
    made = make_school(classes=3)
    ActivityKind.objects.filter(code="research").update(readers=["colleagues"])
    kinds.renew()
    columns = [ColumnSpec("growth", "体验", "Growth", ["flag", "line"], []), ColumnSpec("work", "实践", "", ["research"], [])]
    actions.establish([*columns, ColumnSpec("service", "服务", "", [], [])], programme="own", at=AT)
    propose(made.rota, made.whole, at=AT)
    made.flag = planned(made, "flag", made.whole, date(2026, 11, 30), topic="节约", speaker_class=str(made.classes[1].pk))
    planned(made, "research", made.group, date(2026, 12, 2), topic="数感")
    often("flag", "week", "unit:school"), often("line", "month", "unit:class")
    return made


def said(plan: TermPlan, key: str) -> dict[str, list[str]]:
    row = plan.row_of(key)
    return {cell.title: [entry.said for entry in cell.entries] for cell in row.filled}


def test_each_thing_stands_once_in_the_week_and_column_where_it_belongs(here):
    plan = plan_of(a_viewer(here.head, on=TODAY))

    assert said(plan, WEEK) == {"体验": ["升旗讲话：一年级(1)班（待确认）"]}
    assert said(plan, NEXT) == {
        "体验": ["周一 升旗讲话：节约（一年级(2)班）", "主题班会（11月30日前）"],
        "实践": ["周三 教研活动：数感"],
    }
    assert [entry.said for cell in plan.always.filled for entry in cell.entries] == ["每周：升旗讲话"]
    assert said(plan, "2026-2027-1-W21")["体验"] == ["主题班会（1月20日前）"]
    assert [row.week.number for row in plan.rows if row.is_now] == [13]


def test_who_may_not_see_an_occasion_finds_nothing_of_it_and_it_goes_to_no_wall(here):
    colleague = plan_of(a_viewer(here.colleague, on=TODAY))
    assert "实践" not in said(colleague, NEXT) and "教研" not in text_of(colleague, colleague.weeks[13])
    own = plan_of(a_viewer(here.head, on=TODAY))
    assert "实践" in said(own, NEXT) and "实践" not in said(own.for_all(), NEXT)
    text = text_of(own, own.weeks[13])
    assert text.startswith("【第14周工作安排】11月30日—12月6日\n体验：\n1. 周一08:00 升旗讲话：节约（一年级(2)班，操场）")
    assert "数感" not in text


def test_many_of_one_kind_are_one_item_and_a_campaign_stands_where_it_begins_and_ends(here):
    for klass in here.classes:
        planned(here, "line", klass, date(2026, 11, 24)), planned(here, "line", klass, date(2027, 1, 6))
    tag = TagSpec("study", "学习教育", "", date(2026, 9, 7), date(2026, 11, 25))
    establish_tags([tag], programme="own", at=AT)

    plan = plan_of(a_viewer(here.colleague, on=TODAY))

    assert said(plan, WEEK)["体验"][:2] == ["周三 学习教育结束", "主题班会（3次）"]
    assert said(plan, "2026-2027-1-W19")["体验"] == ["主题班会（3次）"]
    assert "2026-2027-1-W21" not in filled(plan) and "2026-2027-1-W18" in filled(
        plan
    )  # of January each has one, of December none
    assert said(plan, "2026-2027-1-W02") == {"体验": ["周一 学习教育开始"]}
    assert [one.title for one in plan.campaigns] == ["学习教育"]


def test_a_line_is_written_changed_taken_out_and_put_back_and_the_trail_says_so(here):
    keeper, column = here.moral_head, PlanColumn.objects.get(code="service")
    line = actions.add(LineSaid(WEEK, "社区共建", column, here.colleague), by=keeper, at=AT)
    plan = plan_of(a_viewer(here.colleague, on=TODAY))
    assert said(plan, WEEK)["服务"] == ["社区共建（" + here.colleague.name + "）"] and not plan.keeps

    actions.change(line, LineSaid("2026-2027-1-W40", "社区共建日"), by=keeper, at=AT)
    assert said(plan_of(a_viewer(keeper, on=TODAY)), "2026-2027-1-W21")["其他工作"] == ["社区共建日"]  # the term has no such week
    actions.remove(line, by=keeper, at=AT)
    assert "其他工作" not in said(plan_of(a_viewer(keeper, on=TODAY)), "2026-2027-1-W21")
    with pytest.raises(actions.LineIsOut):
        actions.change(line, LineSaid(WEEK, "又改"), by=keeper, at=AT)
    actions.put_back(line, by=keeper, at=AT)

    assert PlanLine.fresh(line.pk).words == "社区共建日"
    kinds_told = [entry.kind.removeprefix("termplan.") for entry in history_of(line).order_by("at", "id")]
    assert sorted(kinds_told) == ["added", "changed", "put_back", "removed"]


def test_a_column_that_the_programme_has_no_more_still_shows_its_lines_and_is_offered_no_more(here):
    actions.add(LineSaid(WEEK, "共建", PlanColumn.objects.get(code="service")), by=here.moral_head, at=AT)
    actions.establish([ColumnSpec("growth", "成长", "", ["flag", "line"], [])], programme="own", at=AT)

    plan = plan_of(a_viewer(here.colleague, on=TODAY))

    assert said(plan, WEEK)["服务"] == ["共建"] and "成长" in said(plan, WEEK)
    page = signed_in(here.moral_head).get(reverse("termplan:add")).content.decode()
    assert "成长" in page and "服务</option>" not in page


def test_its_pages_are_kept_by_the_offices_read_by_the_staff_and_cost_the_same_however_full(here, school, sql_of):
    desk, reader = signed_in(here.moral_head), signed_in(here.colleague)
    assert reader.get(reverse("termplan:add")).status_code == NO
    typed = {"week": WEEK, "column": "service", "words": "社区共建", "owner": "无此人"}
    refused = desk.post(reverse("termplan:add") + f"?week={WEEK}", typed)
    assert refused.status_code == UNFIT and "社区共建" in refused.content.decode()
    done = desk.post(reverse("termplan:add") + f"?week={WEEK}", typed | {"owner": here.colleague.name})
    assert (done.status_code, done.url) == (MOVED, reverse("termplan:week", args=[WEEK]))
    line = PlanLine.objects.get()
    assert "社区共建" in reader.get(done.url).content.decode()
    assert reader.get(reverse("termplan:week", args=["now"])).status_code == OK
    assert reverse("termplan:week", args=["now"]) in reader.get("/").content.decode()
    in_place = reader.get(reverse("termplan:week", args=[WEEK]), headers={"HX-Request": "true"}).content.decode()
    assert "第13周 · 2项</a>" in tight(in_place) and "第13周 · 2项" not in reader.get(done.url).content.decode()

    page = reverse("termplan:plan") + "?term=2026-2027-1"
    one = sql_of(lambda: desk.get(page))
    for number in range(6):
        actions.add(LineSaid(WEEK, f"事项{number}", line.column, here.colleague), by=here.moral_head, at=AT)
        planned(here, "line", here.classes[number % 3], date(2026, 12, 7) + timedelta(days=number))
    assert sql_of(lambda: desk.get(page)) == one <= SQL_OF_TERM

    changed = desk.post(reverse("termplan:line", args=[line.pk]), typed | {"owner": "", "words": "共建日"})
    assert changed.status_code == MOVED and PlanLine.fresh(line.pk).owner is None
    assert "已撤出" in desk.post(reverse("termplan:remove", args=[line.pk]), follow=True).content.decode()
    assert "已恢复" in desk.post(reverse("termplan:put_back", args=[line.pk]), follow=True).content.decode()
    for name, start in (("print", b"%PDF"), ("workbook", b"PK")):
        assert reader.get(reverse(f"termplan:{name}") + "?term=2026-2027-1").getvalue().startswith(start)


def test_what_is_due_in_a_week_in_which_somebody_has_the_turn_of_it_is_not_said_twice(here):
    Cadence.objects.filter(code="flag").update(weeks=[13, 14, 15, 20])

    plan = plan_of(a_viewer(here.head, on=TODAY))

    assert [entry for entry in said(plan, WEEK)["体验"] if "升旗讲话" in entry] == ["升旗讲话：一年级(1)班（待确认）"]
    assert said(plan, "2026-2027-1-W20") == {"体验": ["升旗讲话（1月15日前）"]}  # so far nobody's turn has been made out
    assert not plan.always.filled


def test_turns_of_more_than_a_week_names_stand_once_where_their_table_is_named(here):
    propose(make_rota("door", **AT_THE_DOOR), here.whole, at=AT)

    plan = plan_of(a_viewer(here.moral_head, on=TODAY))

    assert [entry.said for cell in plan.always.filled for entry in cell.entries] == ["每周：升旗讲话", "护校值班：见轮值表"]
    assert "其他工作" not in said(plan, WEEK)


def test_a_week_by_itself_has_what_it_has_in_the_whole_term(here):
    propose(make_rota("door", **AT_THE_DOOR), here.whole, at=AT)
    viewer = a_viewer(here.moral_head, on=TODAY)
    whole = plan_of(viewer)

    for row in whole.rows:
        assert said(plan_of(viewer, week=row.week.key), row.week.key) == said(whole, row.week.key)
