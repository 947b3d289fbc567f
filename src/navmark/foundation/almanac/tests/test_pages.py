"""The two pages as functions; who may open them is the project's to decide and to test."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.utils import timezone

from navmark.foundation.almanac import views
from navmark.foundation.almanac.models import HolidayNotice, Term

DATES = {
    "term1-starts_on": "2026-08-31",
    "term1-ends_on": "2027-01-29",
    "term2-starts_on": "2027-02-22",
    "term2-ends_on": "2027-07-02",
}


@pytest.fixture
def visit(rf, inside):
    def call(view, posted=None, **more):
        request = rf.post("/", posted) if posted is not None else rf.get("/")
        request.user = SimpleNamespace(is_authenticated=True)
        request._messages = CookieStorage(request)
        return view(request, by=None, **more)

    return call


def test_the_form_opens_with_the_usual_dates_and_says_so(visit):
    page = visit(views.terms, year=2026).content.decode()
    assert 'value="2026-09-01"' in page
    assert page.count("以市里公布的校历为准") == 2


def test_both_terms_are_kept_at_once(visit):
    assert visit(views.terms, DATES, year=2026).status_code == 302
    assert [(term.number, term.starts_on) for term in Term.objects.all()] == [(1, date(2026, 8, 31)), (2, date(2027, 2, 22))]


def test_a_refused_second_term_keeps_neither_and_says_why(visit):
    answer = visit(views.terms, DATES | {"term2-starts_on": "2027-01-20"}, year=2026)
    assert answer.status_code == 422
    assert "两个学期的日期重叠" in answer.content.decode()
    assert not Term.objects.exists()


def test_a_missing_date_is_named_at_its_field(visit):
    answer = visit(views.terms, DATES | {"term2-ends_on": ""}, year=2026)
    assert 'href="#id_term2-ends_on"' in answer.content.decode()
    assert not Term.objects.exists()


def test_a_pasted_notice_is_kept_and_shown_as_understood(visit):
    notice = "关于2027年部分节假日安排的通知\n一、元旦:1月1日至3日放假。1月9日上班。"
    assert visit(views.holidays, {"text": notice}).status_code == 302
    page = visit(views.holidays).content.decode()
    assert "放假：元旦" in page
    assert "2027年1月9日" in page


def test_the_next_year_shows_the_days_of_the_law_until_its_notice_is_pasted(visit):
    year = timezone.localdate().year + 1
    assert f"{year}年（尚未公布，暂按法定节假日）" in visit(views.holidays).content.decode()

    visit(views.holidays, {"text": f"关于{year}年部分节假日安排的通知 一、元旦：1月1日放假。"})
    assert "尚未公布，" not in visit(views.holidays).content.decode()


def test_an_unreadable_notice_keeps_what_was_pasted(visit):
    page = visit(views.holidays, {"text": "明年另行通知"}).content.decode()
    assert "没有读到年份" in page
    assert "明年另行通知" in page
    assert not HolidayNotice.objects.exists()


def test_the_notice_leads_back_to_the_term_dates(visit):
    assert '<a href="/terms/">学期日期</a>' in visit(views.holidays, terms_at="/terms/").content.decode()
