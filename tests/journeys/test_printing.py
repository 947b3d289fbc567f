"""What Ctrl+P gives: no blank sheet, nothing pale on black, a year on one sheet."""

import io
from unicodedata import normalize

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from pypdf import PdfReader

from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held, item_of
from tests.journeys.cast import a_school_at_work, clerk, secretary, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(school):
    """A meeting of so many items that its card is longer than a page."""
    with within(school):
        activity = held(kinds.ASSEMBLY, a_school_at_work(school), clerk())
        for number in range(8):
            item_of(activity, clerk(), title=f"第{number}项议题")
        return activity


def printed(page, address: str) -> list[str]:
    page.goto(address)
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def test_no_sheet_is_blank_and_the_year_is_one_sheet(school, meeting, page):
    with within(school):
        sit_down(page, secretary())

    for address in ("/", reverse("branch_life:meeting", args=[meeting.pk]), reverse("people:list")):
        sheets = printed(page, address)
        assert all(len(sheet.strip()) > 10 for sheet in sheets), address
        assert f"截至{localdate():%Y}年" in normalize("NFKC", sheets[0]) and f"{len(sheets)} / {len(sheets)}" in sheets[-1], (
            address
        )
    assert "第7项议题" in "".join(printed(page, reverse("branch_life:meeting", args=[meeting.pk])))
    assert len(printed(page, reverse("branch_life:year"))) == 1


def test_who_works_in_the_dark_prints_black_on_white(school, meeting, open_window):
    page = open_window(color_scheme="dark")
    with within(school):
        sit_down(page, secretary())
    look = "(() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor] })()"

    on_screen = page.evaluate(look)
    page.emulate_media(media="print", color_scheme="dark")

    assert on_screen == ["rgb(236, 237, 239)", "rgb(19, 20, 23)"]
    assert page.evaluate(look) == ["rgb(29, 31, 35)", "rgb(255, 255, 255)"]
