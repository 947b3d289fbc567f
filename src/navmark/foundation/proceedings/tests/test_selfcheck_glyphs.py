"""What cannot be printed is named with the field it stands in, before paper shows a gap."""

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.tests.factories import DURING
from navmark.foundation.proceedings.actions import writing
from navmark.foundation.proceedings.tests.factories import a_held_meeting, a_meeting, an_item, told
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings


def test_an_emoji_is_named_with_its_item_and_field(branch, clerk):
    activity = a_held_meeting(branch)
    item = an_item(activity, "通报情况", points="本月完成三项工作👍🏻")
    writing.write_speech(item, clerk, text="很好🎉\n继续", by=clerk, at=DURING)

    found = [one for one in findings(record_of(activity)) if one.code.startswith("glyphs")]

    assert ["👍" in found[0].words, "🎉" in found[1].words] == [True, True]
    assert "要点" in found[0].words and clerk.name in found[1].words
    assert {one.at for one in found} == {f"#item-{item.pk}"}


def test_an_emoji_of_the_plan_leads_to_the_plan(branch):
    activity = a_held_meeting(branch, place="会议室🏫")

    assert told(activity)["glyphs-place"].at == "plan#id_place"


def test_rare_characters_that_the_faces_have_are_no_finding(branch):
    activity = a_meeting(branch)
    Activity.objects.update(title="研究㛃、喆、堃三位同志的工作")

    assert not [code for code in told(Activity.fresh(activity.pk)) if code.startswith("glyphs")]
