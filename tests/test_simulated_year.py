"""The article's school lives through 2026—2027 by a passed clock: told as a person would tell it, month by month."""

from datetime import date

import pytest
from django.utils.timezone import get_current_timezone

from navmark.foundation.almanac.arithmetic import monday_of
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.almanac.workdays import NATIONAL
from navmark.foundation.cadence.actions import excuse, set_party_year
from navmark.foundation.cadence.models import Cadence, Duty, DutyState
from navmark.foundation.notices.models import Notice
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import holder
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.programme.reading import read_programme
from navmark.foundation.programme.shipping import SHIPPED, choices
from navmark.foundation.registers import known
from navmark.foundation.rotas.models import Turn
from tests.entries import Lives, day, life
from tests.living import ONE_DAY, days, do, due_days, lived_through, moment, notices_by_month
from tests.walking import a_whole_school

pytestmark = pytest.mark.on_one
FIRST, LAST = date(2026, 9, 1), date(2027, 7, 31)

# month: (each school week, each month of pupils, each month of the branch); a dash: nothing is due
YEAR = {
    "2026-09": ("4 11 20 24 30", "30", "30"),  # 20日周日调休上班；25日中秋节放假；国庆节前上到30日
    "2026-10": ("10 16 23 30", "30", "30"),  # 10日周六调休上班；31日是周六
    "2026-11": ("6 13 20 27", "30", "30"),
    "2026-12": ("4 11 18 25 31", "31", "31"),  # 元旦放假从周五起
    "2027-01": ("8 15 20", "20", "29"),  # 20日放寒假；支部的事做到29日
    "2027-02": ("26", "26", "26"),  # 22日开学；春节不催
    "2027-03": ("5 12 19 26", "31", "31"),
    "2027-04": ("2 9 16 23 30", "30", "30"),
    "2027-05": ("7 14 21 28", "31", "31"),
    "2027-06": ("4 11 18 25", "30", "30"),
    "2027-07": ("2 5", "-", "30"),  # 5日放暑假
}
WEEKLY = "flag_speech", "book_talk"
MONTHLY = "class_meeting", "red_theme", "studio_meeting", "subject_research", "entry:theme_of_month"
OF_THE_BRANCH = ("theme_day", "committee", "group")
SELDOM = {
    "assembly": {"2026-09": "30", "2026-12": "31", "2027-03": "31", "2027-06": "30"},
    "lecture": {"2026-09": "30", "2026-12": "31", "2027-03": "31", "2027-06": "30"},
    "ideology_review": {"2026-12": "31", "2027-06": "30"},
    "talk": {"2026-12": "31"},
    "badge_reminder": {"2027-01": "20", "2027-07": "5"},
    "entry:class_plan": {"2026-09": "11", "2027-03": "5"},  # 开学第二周交齐
    "base_visit": {"2027-07": "5"},  # 一学年一次，放假前
    "review": {"2027-01": "29"},  # 年度民主评议、组织生活会：等上级通知，1月11日通知说29日前
    "life_meeting": {"2027-01": "29"},
}
# how many reminders ahead to whoever holds an office: two for each weekly thing, a month of pupils 7, one of the branch 7, the
# badge's 2, a class plan 1
REMINDED = {
    "2026-09": 5 * 4 + 7 + 7 + 6, "2026-10": 4 * 4 + 7 + 7 + 6,  # 季度6；十月起提醒六位党员谈心谈话
    "2026-11": 5 * 4 + 7 + 7, "2026-12": 4 * 4 + 7 + 7 + 6 + 2, "2027-01": 3 * 4 + 7 + 7 + 6 + 2, "2027-02": 4 + 7 + 7 + 1,
    "2027-03": 5 * 4 + 7 + 7 + 6, "2027-04": 4 * 4 + 7 + 7, "2027-05": 5 * 4 + 7 + 7,
    "2027-06": 4 * 4 + 7 + 7 + 6 + 2 + 1 + 2,
    "2027-07": 4 + 7,
}  # fmt: skip


# one entry of each register that has steps: (the step, its day, until when it waited, what is written with it)
LIVES = [
    life("rectification", "10-12", ("accept", "10-14", "10-19", {"due": day("10-30")}), ("report", "11-03", "10-30"),
         ("close", "11-05", "")),  # reported late; whoever closes it has no day
    life("platforms", "09-07", ("look", "11-09", "09-07", {"next_look": day("5-10")}),
         ("look", "5-10", "05-10", {"next_look": date(2028, 5, 10)}), rests="05-10"),
    life("honours", "09-14", ("renew", "3-15", "03-19", {"until": date(2028, 3, 17)}), until=day("3-19"), rests="03-17"),
    life("yearly_work", "12-04", ("adopt", "12-28", "12-31", {
             "spring_due": day("2-26"), "half_due": day("6-30"), "autumn_due": date(2027, 9, 10), "year_due": date(2027, 12, 20),
         }), ("spring", "2-26", "02-26"), ("half", "6-29", "06-30"), rests="09-10"),  # 三十天到1月3日，放假前办
    life("study_plan", "09-01", ("hold", "09-16", "09-16"), ("close", "10-16", "10-16"), planned=day("9-16")),
    life("articles", "10-19", ("hand_in", "10-20", ""), ("read_first", "10-22", "10-23"), ("back", "10-26", "10-27"),
         ("keep", "11-02", "")),  # 退回后留作校内资料：不再催
    life("content_review", "11-09", ("back", "11-11", "11-12"), ("again", "11-12", "11-18"), ("agree", "11-13", "11-17"),
         ("drop", "11-20", "11-20"), when=day("11-20")),  # 不再开展
    life("flag_scripts", "10-26", ("hand_in", "11-06", "11-16"), ("pass", "11-10", "11-16"), speaks_on=day("11-16")),
    life("handing_in", "11-02", ("hand_in", "11-16", "11-16"), due=day("11-16")),
    life("good_examples", "11-03", ("ask", "11-04", ""), ("agree", "11-05", "11-18"), ("collect", "11-19", "11-19")),
    life("practical_deeds", "3-01", ("accept", "3-03", "03-08", {"due": day("4-09")}), ("postpone", "4-06", "04-09"),
         ("accept", "4-07", "04-13", {"due": day("4-30")}), ("report", "4-28", "04-30"), ("close", "5-10", "05-12")),
    life("studio_term", "09-10", ("agree", "09-15", "09-23"), ("report", "1-12", "01-12"), ("review", "1-19", "02-11"),
         report_due=day("1-12")),  # 20日周日调休上班，算一个工作日；春节不算
    life("class_plan", "09-02", ("hand_in", "09-14", "09-16"), ("read", "09-21", "09-28")),  # 20日周日调休上班；25日放假
    life("incidents", "12-03", ("handle", "12-04", "12-04")),
    life("emergency", "12-07", ("close", "12-18", "12-18"), begins=day("12-07"), ends=day("12-18")),
    life("badges", "09-07", ("lose", "11-16", ""), ("replace", "11-27", "11-30")),
    life("model_posts", "09-21", ("agree", "09-28", "10-12"), ("plate", "10-08", "10-16", {"until": day("6-30")}),
         ("end", "6-30", "06-30")),
    life("routine_checks", "10-26", ("tell", "10-28", "11-02")),
    life("research_projects", "09-07", ("found", "09-11", "", {"ends": day("5-31"), "midway_on": day("1-08")}),
         ("midway", "1-08", "01-08"), ("extend", "5-20", "05-31", {"longer": date(2027, 12, 31)}), rests="12-31"),
    life("panels", "09-01", ("refresh", "10-09", "09-01", {"refresh_on": day("4-02")}),
         ("refresh", "4-02", "04-02", {"refresh_on": date(2028, 4, 3)}), rests="04-03"),
    life("corners", "09-08", ("refresh", "1-06", "01-06", {"refresh_on": day("5-06")}),
         ("refresh", "5-06", "05-06", {"refresh_on": date(2027, 9, 6)}), rests="09-06"),
    life("study_tours", "3-08", ("assess", "3-15", "03-22"), ("file", "3-22", "03-29"), ("drop", "4-09", "04-16"),
         goes_on=day("4-16")),  # 未成行
    life("campaign", "10-09", ("begin", "10-12", "10-12"), ("close", "12-11", "12-11"), begins=day("10-12"), ends=day("12-11")),
    life("briefs", "10-15", ("issue", "10-21", "10-22")),
]  # fmt: skip


def through(column: int) -> dict[str, str]:
    return {month: said[column] for month, said in YEAR.items() if said[column] != "-"}


@pytest.fixture
def year(inside):
    """Everything is done on its day, but what is told below."""
    units = a_whole_school()
    establish_programme(at=moment(FIRST))
    by = holder(PostKind.MORAL_HEAD)
    lives = Lives(LIVES, units, by=[holder(PostKind.SECRETARY), holder(PostKind.PRINCIPAL)])
    left = {date(2026, 11, 20): ("flag_speech",), date(2027, 3, 31): ("class_meeting",), date(2026, 10, 23): ("book_talk",)}
    for today in lived_through(FIRST, LAST):
        do(today, left, by=by)
        lives.on(today)
        if today == date(2026, 10, 19):
            excuse(duty_of("book_talk", date(2026, 10, 23)), reason="期中考试", by=by, at=moment(today))
        if today == date(2027, 1, 11):
            assert {one.state_on(today) for one in Duty.objects.filter(period_key="party-2026")} == {DutyState.WAITING}
            set_party_year(2026, closes_on=date(2027, 1, 29), basis="关于开好2026年度组织生活会的通知", by=by, at=moment(today))
    return lives


def duty_of(code: str, due_on: date) -> Duty:
    return Duty.objects.get(cadence__code=code, due_on=due_on)


def test_a_year_falls_due_is_done_late_and_excused_as_a_person_would_say(year):
    found = due_days(FIRST, LAST)
    for column, codes in enumerate((WEEKLY, MONTHLY, OF_THE_BRANCH)):
        for code in codes:
            assert found[code] == through(column), code
    for code, told in SELDOM.items():
        assert found[code] == told, code
    assert found.keys() == {*WEEKLY, *MONTHLY, *OF_THE_BRANCH, *SELDOM} == {*Cadence.objects.values_list("code", flat=True)}

    speech, talk = duty_of("flag_speech", date(2026, 11, 20)), duty_of("book_talk", date(2026, 10, 23))
    assert [speech.state_on(date(2026, 11, day)) for day in (16, 20, 21, 22, 23)] == [
        DutyState.DUE, DutyState.TODAY, DutyState.DUE, DutyState.DUE, DutyState.LATE,
    ]  # fmt: skip
    assert talk.state_on(LAST) == DutyState.EXCUSED
    late = Duty.objects.filter(cadence__isnull=False, due_on__lte=LAST, settled="", closed_at=None)
    assert sorted((one.cadence.code, f"{one.due_on}") for one in late.select_related("cadence")) == [
        ("class_meeting", "2027-03-31"), ("flag_speech", "2026-11-20"),
    ]  # fmt: skip

    work = work_calendar()
    assert {duty.due_on for duty in Duty.objects.exclude(due_on=None) if not work.day_kind(duty.due_on).workday} == set()
    guides = Turn.objects.filter(rota__code="corner_guide", starts_on__lte=LAST).values_list("period_key", flat=True)
    assert sorted(set(guides)) == [month for month in YEAR if month != "2027-07"]
    speeches = Turn.objects.filter(rota__code="flag_speech", starts_on__lte=LAST)
    assert sorted(f"{turn.ends_on - 6 * ONE_DAY}" for turn in speeches) == sorted(
        f"{monday_of(due)}"
        for due in Duty.objects.filter(cadence__code="flag_speech", due_on__lte=LAST).values_list("due_on", flat=True)
    )

    assert year.told == {one.code: [(step.key, step.waits) for step in one.steps] for one in LIVES}
    assert year.late == ["rectification.report"]
    rests = {one.code: waits for one in LIVES if (waits := year.waits(one.code)) and waits.due_on}
    assert {code: f"{waits.due_on:%m-%d}" for code, waits in rests.items()} == {one.code: one.rests for one in LIVES if one.rests}
    asking = {one.code for one in known.registers() if any(step.waits for step in known.newest(one).course.steps)}
    assert asking - {one.code for one in LIVES} == set()

    assert notices_by_month("late") == {"2026-11": 2, "2027-04": 1}
    told = Notice.objects.filter(kind="late", title__in=("国旗下讲话", "主题班会")).order_by("made_at")
    assert [f"{one.made_at.astimezone(get_current_timezone()):%m-%d %H}" for one in told] == ["11-23 08", "11-23 08", "04-01 08"]
    assert notices_by_month("coming") == REMINDED


def test_the_days_of_2027_are_provisional_until_they_are_announced():
    """And say so: nobody has announced them on 1 September 2026."""
    work = NATIONAL
    assert not any(work.day_kind(day).provisional for day in days(FIRST, date(2026, 12, 31)))
    assert all(work.day_kind(day).provisional for day in days(date(2027, 1, 1), LAST))
    named = [f"{day:%m-%d}" for day in days(date(2027, 1, 1), LAST) if work.day_kind(day).name]
    assert " ".join(named) == "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09"  # those that stand in the law itself


@pytest.mark.parametrize("name", [name for name, _title in choices()])
def test_no_step_of_a_programme_falls_due_on_a_day_of_rest(name):
    """However it is begun: those by a day that somebody names fall on that day."""
    work = NATIONAL
    for one in read_programme(SHIPPED / name, on=FIRST).of("register"):
        for step in one.table.course.steps:
            for since in days(FIRST, LAST):
                due = step.due_on(since, None, work)
                assert due is None or work.day_kind(due).workday, f"{one.code}.{step.key} of {since} falls due on {due}"
