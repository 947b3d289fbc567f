"""自查: what an inspector would notice. Each finding is there when it should be, and gone when it is mended or was never true."""

import pytest

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.tests.factories import ALL, DURING
from navmark.foundation.almanac.models import HolidayNotice
from navmark.foundation.proceedings.tests.factories import LONG, a_held_meeting, a_meeting, an_item, told
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.refusals import NotLiftable, StillBlocked
from navmark.foundation.records.selfcheck import findings


def test_a_plain_meeting_has_nothing_to_mend_and_one_without_an_item_is_told(branch):
    activity = a_held_meeting(branch)
    (told_once,) = findings(record_of(activity))
    assert (told_once.code, told_once.blocks) == ("no-item-1", False)

    an_item(activity, points="听取汇报。")
    assert findings(record_of(activity)) == []


def test_a_day_of_rest_is_said_and_blocks_nothing(branch):
    (told_once,) = findings(record_of(a_meeting(branch, days=1)))  # a Saturday

    assert (told_once.code, told_once.blocks) == ("rest-day", False)
    assert "（星期六）" in told_once.words


def test_a_holiday_that_the_school_entered_is_called_by_its_name(branch):
    HolidayNotice.objects.create(year=2026, days={"off": {"2026-11-20": "校庆"}, "work": {}}, source="…")
    (told_once,) = findings(record_of(a_meeting(branch)))

    assert "（校庆）" in told_once.words


def test_a_make_up_workday_is_no_day_of_rest(branch):
    assert findings(record_of(a_meeting(branch, days=-61))) == []  # Sunday 20 September 2026, worked for the National Day


@pytest.mark.parametrize(("lacking", "code"), [("host", "no-host"), ("recorder", "no-recorder")])
def test_without_host_or_recorder_it_cannot_be_submitted_nor_lifted(branch, clerk, secretary, lacking, code):
    activity = a_meeting(branch, **{lacking: None})

    assert told(activity)[code].blocks
    with pytest.raises(StillBlocked):
        signing.submit(record_of(activity), by=clerk, at=DURING)
    with pytest.raises(NotLiftable):
        signing.waive(record_of(activity), finding=code, reason="忘了", by=secretary, at=DURING)


@pytest.mark.parametrize(("text", "copied"), [(LONG, True), (LONG[:-8] + "。", True), (LONG[::-1], False), ("同意。", False)])
def test_a_text_copied_from_an_earlier_record_is_found_and_a_formula_is_not(branch, clerk, text, copied):
    for days, words in ((-30, LONG), (-29, "同意。"), (0, text)):
        activity = a_meeting(branch, days=days)
        an_item(activity, f"议题{days}", points=words)

    codes = [one.code for one in findings(record_of(activity))]

    assert any(code.startswith("copied") for code in codes) is copied


def test_a_missing_end_is_said(branch, clerk):
    activity = a_meeting(branch)
    Activity.objects.filter(pk=activity.pk).update(ends_at=None)

    assert "no-end" in told(Activity.fresh(activity.pk))


def test_what_the_sheet_lacks_is_said_and_leads_to_its_field(branch):
    activity = a_held_meeting(branch, ALL.code, place="")
    item = an_item(activity, "一个标题")

    said, here = {one.code: one.at for one in findings(record_of(activity))}, f"#item-{item.pk}"

    assert said == {"no-place": "plan#id_place", "unresolved-1": here, f"empty-{item.pk}": here}
