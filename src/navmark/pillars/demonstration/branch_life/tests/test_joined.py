"""What the programme alone describes is a part of a meeting of ours: signed with it, frozen with it, on a sheet of its own."""

from navmark.foundation.activities.access import may_oversee
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests.scene import make_kind
from navmark.foundation.activities.part_papers import write
from navmark.foundation.activities.recording import overseers
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.printing.as_text import plain_blocks
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.sheets.rendering import blocks
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of
from navmark.pillars.demonstration.branch_life.tests.test_parts_planned import changed

TALK = {
    "title": "党员就是标杆", "unit_kind": "branch", "expected": ["members"], "counted": True, "planners": ["secretary", "clerk"],
    "keepers": ["secretary", "clerk", "host", "recorder"], "readers": ["members"], "joins": ["committee_meeting"],
}  # fmt: skip
ASKED = {
    "topic": {"type": "line", "label": "题目", "required": "before"},
    "account": {"type": "paragraph", "label": "现场记录", "required": "before"},
}


def test_a_part_from_data_is_written_signed_frozen_and_printed_with_the_meeting(branch, clerk, secretary):
    make_kind("model_talk", ASKED, **TALK)
    activity = held(kinds.COMMITTEE, branch, clerk)
    item_of(activity, clerk)
    typed = {"day": START.date().isoformat(), "host": secretary.name, "recorder": clerk.name, "topic_model_talk": "把课上到心里"}
    changed(signed_in(clerk), activity, together=["model_talk"], **typed)
    activity = Activity.fresh(activity.pk)
    part = activity.parts.get(kind="model_talk")
    assert [one.code for one in findings(record_of(activity)) if str(part.pk) in one.code] == [f"empty-account-{part.pk}"]

    write(part, {"account": "她讲了三个学生。"}, by=clerk, at=DURING)
    assert may_oversee(a_viewer(secretary, on=START.date()), activity) and secretary in overseers(activity, START.date())
    signing.submit(record_of(activity), by=clerk, at=DURING)
    signing.lock(record_of(activity), snapshot=facts.snapshot_of(activity), by=secretary, at=DURING)

    told = plain_blocks(blocks(facts.records_of(Activity.fresh(activity.pk))[part]))
    assert "把课上到心里" in told and "她讲了三个学生。" in told
