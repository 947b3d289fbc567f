"""更正: what was written is corrected, not only deleted, and the trail keeps what stood there before."""

from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities.tests.factories import ALL, DAY, DURING
from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.proceedings.actions import correcting, deciding
from navmark.foundation.proceedings.forms import DecisionForm
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item
from navmark.foundation.statute.findings import Impossible


@pytest.fixture
def item(branch):
    return an_item(a_held_meeting(branch, ALL.code), points="讨论充分")


def test_a_mistyped_tally_is_corrected_and_judged_anew(item, clerk):
    vote = deciding.enter_vote(item, Tally(24, 24, 12, 12, 0), subject="方案", by=clerk, at=DURING)
    decision = deciding.decide(item, text="同意", vote=vote, by=clerk, at=DURING)

    corrected = correcting.correct_vote(vote, Tally(24, 24, 21, 3, 0), subject="方案", by=clerk, at=DURING)

    assert corrected.passed and type(decision).fresh(decision.pk).vote == vote
    with pytest.raises(Impossible):
        correcting.correct_vote(vote, Tally(24, 24, 25, 0, 0), subject="方案", by=clerk, at=DURING)
    assert type(vote).fresh(vote.pk).ayes == 21


def test_the_trail_keeps_what_stood_there(item, clerk):
    decision = deciding.decide(item, text="同意方案", by=clerk, at=DURING)
    correcting.correct_decision(decision, text="不同意方案", by=clerk, at=DURING)

    (change,) = history_of(item.part.activity).first().facts["changes"]

    assert change[:3] == ["proceedings.decision.text", "同意方案", "不同意方案"]


def test_what_is_the_same_is_nobodys_change(item, clerk, secretary):
    said = deciding.Task("买书", secretary, DAY + timedelta(days=9))
    task = deciding.decide(item, text="同意", tasks=[said], by=clerk, at=DURING).follow_ups.get()
    before = len(history_of(item.part.activity))

    correcting.correct_task(task, said, by=clerk, at=DURING)

    assert len(history_of(item.part.activity)) == before


def test_the_pages_open_with_what_stands_there_and_save_it(item, clerk, secretary):
    vote = deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", method="hands", by=clerk, at=DURING)
    decision = deciding.decide(item, text="同意方案", tasks=[deciding.Task("买书", secretary, DAY)], by=clerk, at=DURING)
    client, task = signed_in(clerk), decision.follow_ups.get()
    text, what, tally = (reverse(f"proceedings:{name}_correct", args=[row.pk])
                         for name, row in (("decision", decision), ("task", task), ("vote", vote)))  # fmt: skip

    assert "同意方案" in client.get(text).content.decode() and "买书" in client.get(what).content.decode()
    assert 'value="24"' in client.get(tally).content.decode()
    client.post(text, {"text": "原则同意方案"})
    client.post(what, {"what": "买书并编目", "owner": secretary.name, "due_on": DAY.isoformat()})
    client.post(tally, {"subject": "方案", "method": "hands", "ayes": "23", "nays": "1", "abstentions": "0"})

    assert type(decision).fresh(decision.pk).text == "原则同意方案"
    assert type(task).fresh(task.pk).what == "买书并编目"
    assert type(vote).fresh(vote.pk).nays == 1


def test_a_task_says_what_is_to_be_done_and_is_no_copy_of_the_decision(clerk):
    sent = {"text": "同意方案", "owner": clerk.name, "due_on": DAY.isoformat()}
    form = DecisionForm(sent, names=Names([clerk], on=DAY), may_submit=False)
    assert not form.is_valid() and list(form.errors) == ["what"]

    form = DecisionForm(sent | {"what": "买书"}, names=Names([clerk], on=DAY), may_submit=False)
    assert form.is_valid() and [task.what for task in form.tasks()] == ["买书"]
