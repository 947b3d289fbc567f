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
from navmark.foundation.rotas.models import Turn
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
WEEKLY, MONTHLY = ("flag_speech", "book_talk"), ("class_meeting", "red_theme", "studio_meeting", "subject_research")
OF_THE_BRANCH = ("theme_day", "committee", "group")
SELDOM = {
    "assembly": {"2026-09": "30", "2026-12": "31", "2027-03": "31", "2027-06": "30"},
    "lecture": {"2026-09": "30", "2026-12": "31", "2027-03": "31", "2027-06": "30"},
    "ideology_review": {"2026-12": "31", "2027-06": "30"},
    "talk": {"2026-12": "31"},
    "base_visit": {"2027-07": "5"},  # 一学年一次，放假前
    "review": {"2027-01": "29"},  # 年度民主评议、组织生活会：等上级通知，1月11日通知说29日前
    "life_meeting": {"2027-01": "29"},
}
# how many reminders ahead to whoever holds an office: two for each weekly thing, a month of pupils 5, one of the branch 7
REMINDED = {
    "2026-09": 5 * 4 + 5 + 7 + 6, "2026-10": 4 * 4 + 5 + 7 + 6,  # 季度6；十月起提醒六位党员谈心谈话
    "2026-11": 5 * 4 + 5 + 7, "2026-12": 4 * 4 + 5 + 7 + 6 + 2, "2027-01": 3 * 4 + 5 + 7 + 6, "2027-02": 4 + 5 + 7,
    "2027-03": 5 * 4 + 5 + 7 + 6, "2027-04": 4 * 4 + 5 + 7, "2027-05": 5 * 4 + 5 + 7, "2027-06": 4 * 4 + 5 + 7 + 6 + 2 + 1,
    "2027-07": 4 + 7,
}  # fmt: skip


def through(column: int) -> dict[str, str]:
    return {month: said[column] for month, said in YEAR.items() if said[column] != "-"}


@pytest.fixture
def year(inside):
    """Everything is done on its day, but what is told below."""
    a_whole_school()
    establish_programme(at=moment(FIRST))
    by = holder(PostKind.MORAL_HEAD)
    left = {date(2026, 11, 20): ("flag_speech",), date(2027, 3, 31): ("class_meeting",), date(2026, 10, 23): ("book_talk",)}
    for day in lived_through(FIRST, LAST):
        do(day, left, by=by)
        if day == date(2026, 10, 19):
            excuse(duty_of("book_talk", date(2026, 10, 23)), reason="期中考试", by=by, at=moment(day))
        if day == date(2027, 1, 11):
            assert {one.state_on(day) for one in Duty.objects.filter(period_key="party-2026")} == {DutyState.WAITING}
            set_party_year(2026, closes_on=date(2027, 1, 29), basis="关于开好2026年度组织生活会的通知", by=by, at=moment(day))
    return inside


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
