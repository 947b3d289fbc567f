"""What was decided to be done passes to another; the record goes on naming whom it named."""

from datetime import timedelta

from navmark.foundation.activities.handing import hand_on as hand_on_occasions
from navmark.foundation.activities.handing import held as held_occasions
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.tests.factories import DAY, DURING
from navmark.foundation.audit.queries import history_of
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.sources import SCHOOL
from navmark.foundation.cadence.waiting import astray
from navmark.foundation.people.handing import Passing
from navmark.foundation.people.tests.factories import a_member, a_viewer
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.handing import hand_on, held
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item
from navmark.foundation.records.actions.signing import submit
from navmark.foundation.records.queries import record_of


def test_the_new_one_has_it_to_do_and_the_record_names_the_old_one(branch, clerk, secretary):
    activity = a_held_meeting(branch)
    said = deciding.Task("买书", secretary, DAY + timedelta(days=9))
    deciding.decide(an_item(activity, points="讨论充分"), text="同意", tasks=[said], by=clerk, at=DURING)
    submit(record_of(activity), by=clerk, at=DURING)
    other, viewer = a_member(branch), a_viewer(clerk, on=DAY)
    (thing,) = held(viewer, secretary)

    hand_on([thing.pk], Passing(secretary, other, DAY, "换届", clerk, DURING))

    task = FollowUp.objects.get()
    assert (thing.may, task.owner, task.doer, held(viewer, secretary)) == (True, secretary, other, [])
    assert Duty.objects.get(source_kind="follow_up", closed_at=None).subject_id == other.pk
    assert history_of(activity).filter(kind="proceedings.handed_on").exists()
    deciding.finish_task(task, on=DAY, by=other, at=DURING)
    assert Duty.objects.get(source_kind="follow_up", closed_at=None).settled == "done"
    assert astray(on=DAY, but=(SCHOOL,)) == 0


def test_another_hosts_what_is_not_yet_written_up(branch, clerk, secretary):
    activity, other = a_held_meeting(branch), a_member(branch)
    (thing,) = held_occasions(a_viewer(clerk, on=DAY), secretary)

    hand_on_occasions([thing.pk], Passing(secretary, other, DAY, "", clerk, DURING))

    assert (Activity.fresh(activity.pk).host, thing.due_on) == (other, activity.day)
    assert Duty.objects.filter(source_kind="record", subject_id=other.pk).exists()
