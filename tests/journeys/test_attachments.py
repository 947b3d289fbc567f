"""The clerk scans what was signed by hand: several files in one go, also without JavaScript, and opens them again."""

import pytest

from navmark.foundation.attachments.models import Attachment
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held
from tests.journeys.cast import a_school_at_work, clerk, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False])
def test_two_scans_are_attached_opened_and_one_is_removed_and_comes_back(school, open_window, script):
    page = open_window(java_script_enabled=script)
    with within(school):
        meeting = held(kinds.COMMITTEE, a_school_at_work(school), clerk())
        sit_down(page, clerk())
    page.goto(f"/demonstration/branch-life/meetings/{meeting.pk}/")
    page.click("#attachments summary")
    page.select_option("#attach-kind", label="签到表原件")
    scans = [{"name": f"第{number}页.txt", "mimeType": "text/plain", "buffer": number.encode()} for number in "12"]
    page.set_input_files("#attach-files", scans)
    page.click("#attachments button")

    assert page.locator("#attachments li").count() == 2
    with page.expect_download() as download:
        page.click("#attachments li:first-child a.what")
    assert download.value.suggested_filename == "第1页.txt"
    page.click("#attachments li:first-child button:has-text('删除')")
    assert page.locator("#attachments .lines li").all_inner_texts()[0].startswith("第2页.txt")
    page.click("#attachments summary:has-text('已删除1个附件')")
    page.click("#attachments button:has-text('恢复')")
    assert page.locator("#attachments .lines li").count() == 2
    with within(school):
        assert {one.get_kind_display() for one in Attachment.objects.all()} == {"签到表原件"}
