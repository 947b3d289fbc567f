"""需要表决: an item says whether it is put to the vote, and nothing else of the agenda is."""

from navmark.foundation.activities.tests.factories import ALL, DURING
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.actions.agenda import carry_over
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.models import Origin
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item, told


def test_what_the_committee_submits_is_put_to_the_vote_and_what_is_unfinished_is_not(branch, clerk, secretary):
    earlier = an_item(a_held_meeting(branch))
    task = deciding.Task("补课", secretary, earlier.part.activity.day)
    deciding.decide(earlier, text="同意方案", to_assembly=True, tasks=[task], by=clerk, at=DURING)

    to_assembly = carry_over(a_held_meeting(branch, ALL.code, days=1), by=clerk, at=DURING)
    to_committee = carry_over(a_held_meeting(branch, days=1, hours_later=3), by=clerk, at=DURING)

    assert [(one.origin, one.is_put_to_vote) for one in to_assembly] == [(Origin.DECISION, True)]
    assert [(one.origin, one.is_put_to_vote) for one in to_committee] == [(Origin.FOLLOW_UP, False)]


def test_an_item_that_was_to_be_voted_on_and_was_not_is_said(branch, clerk):
    activity = a_held_meeting(branch, ALL.code)
    item = an_item(activity, to_vote=True, points="讨论充分")
    assert "unvoted" in told(activity)

    deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", by=clerk, at=DURING)
    assert "unvoted" not in told(activity)


def test_a_vote_that_is_entered_marks_its_item(branch, clerk):
    item = an_item(a_held_meeting(branch, ALL.code))
    assert not item.is_put_to_vote

    deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", by=clerk, at=DURING)

    assert type(item).fresh(item.pk).is_put_to_vote
