"""The plan's form: a talk is kept by its two alone, tags part at any comma, texts for a group only while there is one to tell."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities import attendance, guests
from navmark.foundation.activities.access import visible_to
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.refusals import OnlyTheTwo
from navmark.foundation.people.queries import committee_on, members_on, party_groups
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import START, held


def plan(client, kind, **values):
    day = timezone.localdate() + timedelta(days=3)
    filled = {"title": "会", "day": day.isoformat(), "start": "16:30", "end": "17:30", "place": "会议室"} | values
    client.post(reverse("activities:plan", args=[kind]), filled)
    return Activity.objects.get()


def test_a_talk_has_no_third_person_and_goes_to_no_group(branch, clerk, secretary):
    one, other = list(members_on(branch, timezone.localdate()))[5:7]
    talk = plan(signed_in(secretary), kinds.TALK, one=one.name, other=other.name, recorder=clerk.name)

    assert (talk.host, talk.recorder) == (one, one)
    copy = reverse("branch_life:copy", args=[talk.pk])
    page = signed_in(other).get(copy).content.decode()
    assert "发到" not in page and "电子日志" not in page
    assert signed_in(clerk).get(copy).status_code == 404


def test_a_talk_opens_with_oneself_as_one_of_the_two(branch, secretary):
    form = signed_in(secretary).get(reverse("activities:plan", args=[kinds.TALK])).context["form"]

    assert form["one"].value() == secretary.name
    assert not {"host", "recorder", "tags"} & set(form.fields)


@pytest.mark.parametrize("typed", ["主题教育，清廉学校", "主题教育、清廉学校", "主题教育,清廉学校", " 主题教育 ; 清廉学校 ,"])
def test_tags_part_at_whatever_a_school_types(branch, clerk, typed):
    activity = plan(signed_in(clerk), kinds.COMMITTEE, tags=typed)

    assert {tag.label for tag in activity.tags.all()} == {"主题教育", "清廉学校"}


def test_the_notice_is_for_the_group_that_comes_and_only_before_the_meeting(branch, clerk):
    client = signed_in(clerk)
    activity = plan(client, kinds.COMMITTEE)
    copy = reverse("branch_life:copy", args=[activity.pk])
    assert "发到群里（支委会委员）" in client.get(copy).content.decode()

    Activity.objects.filter(pk=activity.pk).update(starts_at=timezone.now() - timedelta(hours=2))
    attendance.all_others_present(Activity.fresh(activity.pk), by=clerk, at=timezone.now())

    assert "发到" not in client.get(copy).content.decode()


def test_a_member_arranges_no_talk_of_two_others(branch, secretary):
    member, one, other = list(members_on(branch, timezone.localdate()))[5:8]
    client = signed_in(member)
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    values = {"title": "谈话", "day": day, "start": "16:30", "one": one.name, "other": other.name}

    answer = client.post(reverse("activities:plan", args=[kinds.TALK]), values)

    assert (answer.status_code, Activity.objects.count()) == (422, 0)
    assert plan(signed_in(secretary), kinds.TALK, one=one.name, other=other.name).host == one


def test_both_keep_their_talk_and_the_sheet_names_first_who_asked(branch, secretary):
    one, other = reversed(list(members_on(branch, timezone.localdate()).order_by("sort_key"))[5:7])
    talk = plan(signed_in(secretary), kinds.TALK, one=one.name, other=other.name)

    assert all(signed_in(who).get(reverse("activities:change", args=[talk.pk])).status_code == 200 for who in (one, other))
    printed = next(iter(facts.records_of(talk).values())).talk
    assert (printed.one, printed.other) == (one.name, other.name)
    with pytest.raises(OnlyTheTwo):
        guests.invite(talk, [secretary], by=one, at=timezone.now())


def test_a_groups_meeting_is_seen_by_the_group_and_the_committee_alone(branch, clerk, secretary):
    first, second = list(party_groups(branch, timezone.localdate()))[:2]
    meeting = held(kinds.GROUP, first, clerk)
    plain = [next(one for one in members_on(group, START.date()) if not one.posts.exists()) for group in (first, second)]

    seen = [meeting in visible_to(a_viewer(who)) for who in (*plain, clerk, committee_on(branch, START.date()).last())]

    assert seen == [True, False, True, True]
