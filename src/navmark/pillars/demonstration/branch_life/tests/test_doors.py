"""Its doors beyond the table: what a delegate may arrange, and that a talk is the business of two and the secretary alone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import committee_on
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.programme.bringing import NO, NONE, OK
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from tests.scene import attached

pytestmark = pytest.mark.usefixtures("lasting_scene")
DELEGATES = {  # the deputy, and a committee member who did not arrange this meeting (支部工作条例第十四条)
    "activities:plan": (("kind",), (OK, OK)),
    "activities:change": (("meeting",), (OK, NO)),
    "activities:cancel": (("meeting",), (OK, NO)),
    "proceedings:slips": (("part",), (OK, NO)),
}


def knock(client, address: str) -> int:
    """How the door answers; the answer is read to its end, so that a file is closed."""
    answer = client.get(address)
    answer.getvalue()
    return answer.status_code


def test_a_delegate_arranges_meetings(scene, school):
    with within(school):
        clients = [signed_in(holder(kind)) for kind in (PostKind.DEPUTY_SECRETARY, PostKind.PUBLICITY)]
    for name, (things, answers) in DELEGATES.items():
        address = reverse(name, args=[scene[thing] for thing in things])
        assert tuple(knock(client, address) for client in clients) == answers, name


@pytest.fixture
def talk(school, scene):
    """A talk between two members of the committee, planned by one of them."""
    with within(school):
        branch = scene["branch_row"]
        one, other = list(committee_on(branch, timezone.localdate()).exclude(posts__kind=PostKind.SECRETARY))[:2]
        plan = Plan(
            unit=branch, title="谈心谈话", parts=[PlannedPart(kinds.TALK)], starts_at=timezone.now() - timedelta(hours=1),
            host=one, recorder=one, chosen=(one, other),
        )  # fmt: skip
        activity = arrange(plan, by=one, at=timezone.now())
        third = committee_on(branch, timezone.localdate()).exclude(pk__in=[one.pk, other.pk])
        third = third.exclude(posts__kind=PostKind.SECRETARY).first()
        return activity, signed_in(one), signed_in(other), signed_in(third)


PAGES = ("branch_life:meeting", "branch_life:copy", "branch_life:print", "activities:roll")


def test_a_talk_opens_to_the_two_and_the_secretary_alone(talk, scene):
    activity, one, other, third = talk
    for page in PAGES:
        address = reverse(page, args=[activity.pk, 1] if page == "branch_life:print" else [activity.pk])
        assert knock(one, address) == OK, page
        assert knock(other, address) in (OK, NO), page  # the roll is kept by its recorder
        assert knock(scene["secretary"], address) == OK, page
        closed = [knock(client, address) for client in (third, scene["clerk"], scene["member"], scene["neighbour"])]
        assert closed == [NONE] * 4, page


def test_a_file_of_a_talk_opens_to_the_two_and_the_secretary_alone(talk, scene, school):
    activity, one, other, third = talk
    with within(school):
        address = reverse("attachments:open", args=[attached(activity, activity.host, timezone.now()).pk])

    assert [knock(client, address) for client in (one, other, scene["secretary"])] == [OK] * 3
    closed = [knock(client, address) for client in (third, scene["clerk"], scene["member"], scene["neighbour"])]
    assert closed == [NONE] * 4


def test_a_talk_is_in_nobody_elses_lists(talk, scene):
    activity, one, other, _third = talk
    assert all(str(activity.pk) in who.get(reverse("branch_life:talks")).content.decode() for who in (one, other))
    for name in ("today", "branch_life:year", "branch_life:talks", "branch_life:led"):
        for who in ("clerk", "member"):
            assert str(activity.pk) not in scene[who].get(reverse(name)).content.decode()
    assert "谈心谈话" not in scene["stranger"].get(reverse("activities:feed", args=[scene["feed"]])).content.decode()
