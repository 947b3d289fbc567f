from datetime import UTC, date, datetime
from importlib import import_module

import pytest
from django.apps import apps

from navmark.foundation.almanac.actions import TermRefused, import_notice, set_term
from navmark.foundation.almanac.models import HolidayNotice, Term
from navmark.foundation.almanac.notice_text import UnreadableNotice
from navmark.foundation.almanac.queries import term_on, work_calendar
from navmark.foundation.audit.models import AuditEntry

AT = datetime(2026, 11, 23, 8, tzinfo=UTC)
NOTICE = "关于2027年部分节假日安排的通知\n一、元旦:1月1日(周五)至3日(周日)放假,共3天。"


def autumn(**changed):
    dates = {"starts_on": date(2026, 9, 1), "ends_on": date(2027, 1, 29)}
    return set_term(2026, 1, **dates | changed, by=None, at=AT)


def test_entering_a_term_again_corrects_it(inside):
    autumn()
    autumn(ends_on=date(2027, 1, 22))
    assert Term.objects.count() == 1
    assert term_on(date(2026, 11, 23)).ends == date(2027, 1, 22)


def test_it_is_noted_in_the_trail(inside):
    autumn()
    import_notice(NOTICE, by=None, at=AT)
    assert [entry.kind for entry in AuditEntry.objects.order_by("id")] == ["almanac.term_set", "almanac.notice_imported"]


@pytest.mark.parametrize(
    "dates",
    [
        {"ends_on": date(2026, 9, 1)},
        {"starts_on": date(2026, 7, 31)},
        {"ends_on": date(2027, 9, 1)},
    ],
)
def test_dates_that_cannot_be_a_term_are_refused(inside, dates):
    with pytest.raises(TermRefused):
        autumn(**dates)
    assert not Term.objects.exists()


def test_terms_that_overlap_are_refused_but_a_mere_guess_is_no_obstacle(inside):
    autumn(ends_on=date(2027, 2, 25))
    with pytest.raises(TermRefused):
        set_term(2026, 2, starts_on=date(2027, 2, 22), ends_on=date(2027, 7, 2), by=None, at=AT)


def test_a_pasted_notice_makes_next_years_workdays_firm(inside):
    assert work_calendar().add_workdays(date(2026, 12, 28), 5).provisional
    import_notice(NOTICE, by=None, at=AT)
    assert work_calendar().add_workdays(date(2026, 12, 28), 5) == (date(2027, 1, 5), False)


def test_a_change_of_one_holiday_is_read_onto_what_the_school_or_the_product_knows(inside):
    change = "关于调整2026年劳动节放假安排的通知\n一、2026年5月1日至4日放假调休。4月26日、5月9日上班。"
    import_notice(change, by=None, at=AT)
    calendar = work_calendar()
    assert [calendar.day_kind(date(2026, 5, day)).workday for day in (4, 5, 9)] == [False, True, True]
    assert calendar.day_kind(date(2026, 10, 1)).name == "国庆节"


def test_pasting_it_again_replaces_it(inside):
    import_notice(NOTICE, by=None, at=AT)
    import_notice(NOTICE.replace("3日", "2日"), by=None, at=AT)
    (row,) = HolidayNotice.objects.all()
    assert sorted(row.notice.off) == [date(2027, 1, 1), date(2027, 1, 2)]


def test_a_notice_kept_before_its_make_up_days_had_a_holiday_is_read_again(inside):
    text = f"{NOTICE}1月9日上班。"
    HolidayNotice.objects.create(year=2027, days={"off": {"2027-01-01": "元旦"}, "work": ["2027-01-09"]}, source=text)
    import_module("navmark.foundation.almanac.migrations.0002_holiday_of_each_make_up_day").read_again(apps, None)
    assert HolidayNotice.objects.get().notice.work == {date(2027, 1, 9): "元旦"}


def test_an_unreadable_notice_keeps_nothing(inside):
    with pytest.raises(UnreadableNotice):
        import_notice("明年放假安排另行通知", by=None, at=AT)
    assert not HolidayNotice.objects.exists()
