"""From the locked result of an election to posts and term: read back, confirmed by a person, typed by nobody."""

from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import actions as people
from navmark.foundation.people.models import COMMITTEE_POSTS, CommitteeTerm, Post, PostKind
from navmark.foundation.people.queries import committee_on, secretary_of, voters_on
from navmark.foundation.people.tests.factories import a_branch, a_member, a_viewer, holder, signed_in
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.judging import Ballots
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.elected import posts_said, term_said, winners_of
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of

DAY = START.date()


@pytest.fixture
def voters(branch):
    """Those who were in no office until now."""
    return list(voters_on(branch, DAY).exclude(pk__in=committee_on(branch, DAY)).order_by("pk"))


def elect(branch, clerk, secretary, results, *, title="选举支部委员会委员", seats=3, on_ballot=4, lock=True):
    """A meeting that counted these votes: person -> ayes; who comes after the first `on_ballot` was written in."""
    item = item_of(held(kinds.ASSEMBLY, branch, clerk), clerk, title, stricter=True)
    names = list(results)
    elections.nominate(item, names[:on_ballot], seats=seats, by=clerk, at=DURING)
    counts = [elections.Count(one, given, 24 - given if one in names[:on_ballot] else 0) for one, given in results.items()]
    watching = {"overseer": secretary, "counter": clerk}
    elections.count(item, Ballots(24, 24, 0), counts, by=clerk, at=DURING, **watching)
    activity = item.part.activity
    if lock:
        record = signing.submit(record_of(activity), by=clerk, at=DURING)
        signing.lock(record, snapshot=facts.snapshot_of(activity), by=secretary, at=DURING)
    return activity


@pytest.fixture
def meeting(branch, clerk, secretary, voters):
    people.start_committee_term(branch, elected_on=DAY.replace(year=2023), number=4, by=None, at=DURING)
    return elect(branch, clerk, secretary, dict(zip(voters[:4], (22, 20, 18, 4), strict=True)))


def page_of(activity):
    return reverse("branch_life:elected", args=[activity.pk])


def ticks(chosen, what="term", **more):
    return {"what": what, "basis": "批复〔2026〕8号", **{f"posts-{one.pk}": kinds_ for one, kinds_ in chosen.items()}, **more}


def posts_now(branch):
    rows = Post.objects.on(DAY).filter(unit=branch, kind__in=COMMITTEE_POSTS)
    return sorted(rows.values_list("person__name", "kind"))


@pytest.mark.parametrize(("said", "number"), [("第二届", 2), ("第12届", 12), ("", None)])
def test_the_number_of_the_term_that_the_item_names_is_not_asked_again(branch, clerk, secretary, voters, said, number):
    votes = dict(zip(voters[:4], (22, 20, 18, 4), strict=True))
    activity = elect(branch, clerk, secretary, votes, title=f"选举{said}支部委员会委员")

    assert signed_in(clerk).get(page_of(activity)).context["form"].initial["number"] == number


def test_the_committee_of_the_same_morning_is_locked_first(branch, clerk, secretary, meeting, voters):
    morning = held(kinds.COMMITTEE, branch, clerk, starts_at=START - timedelta(hours=6))
    client, chosen = signed_in(clerk), {voters[0]: ["secretary"], voters[1]: ["organisation"], voters[2]: ["discipline"]}
    refused = client.post(page_of(meeting), ticks(chosen))
    assert refused.status_code == 422 and "尚未锁定" in refused.content.decode()
    assert Rolls(Activity.fresh(morning.pk)).of(morning.parts.get()).present == 5

    Activity.objects.filter(pk=morning.pk).update(closed_at=DURING)

    assert client.post(page_of(meeting), ticks(chosen)).status_code == 302
    assert secretary_of(branch, DAY) == voters[0]


def test_the_result_becomes_posts_and_term_without_being_typed(branch, clerk, meeting, voters):
    client, (one, two, three, loser) = signed_in(clerk), voters[:4]
    shown = client.get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()
    assert "登记为新一届" in shown and page_of(meeting) in shown

    page = client.get(page_of(meeting)).content.decode()
    assert f"{one.name}（得票22，当选）" in page and loser.name not in page
    assert 'value="5"' in page and 'value="2029-11-20"' in page and "2026年11月20日" in page
    assert page.count('value="committee_member" id') + page.count('value="committee_member" class') == 3
    assert holder(PostKind.SECRETARY).name in page  # whose post ends

    chosen = {one: ["secretary"], two: ["organisation", "discipline", "committee_member"], three: ["committee_member"]}
    answer = client.post(page_of(meeting), ticks(chosen, number="5", due_on="2029-11-20"))

    assert answer.url == reverse("people:branch", args=[branch.pk])
    assert posts_now(branch) == sorted([(one.name, "secretary"), (two.name, "discipline"), (two.name, "organisation"),
                                        (three.name, "committee_member")])  # fmt: skip
    term = CommitteeTerm.objects.filter(branch=branch).first()
    assert (term.number, term.elected_on, term.due_on) == (5, DAY, DAY.replace(year=2029))
    assert a_viewer(one, on=DAY).has("secretary") and secretary_of(branch, DAY) == one
    assert {post.basis for post in Post.objects.filter(from_day=DAY)} == {"批复〔2026〕8号"}
    assert str(meeting.pk) in AuditEntry.objects.get(kind="people.committee").payload
    assert AuditEntry.objects.get(kind="branch_life.took_office").subject_id == meeting.pk


def test_a_second_time_nothing_changes_and_it_says_so(branch, clerk, meeting, voters):
    client, values = signed_in(clerk), ticks({voters[0]: ["secretary"], voters[1]: ["youth"], voters[2]: ["publicity"]})
    client.post(page_of(meeting), values)
    before = (list(Post.objects.order_by("pk").values()), CommitteeTerm.objects.count(), AuditEntry.objects.count())

    again = client.post(page_of(meeting), values, follow=True).content.decode()

    assert "此前已登记，没有改动。" in again
    assert (list(Post.objects.order_by("pk").values()), CommitteeTerm.objects.count(), AuditEntry.objects.count()) == before
    assert "查看或更正" in client.get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()
    assert "批复〔2026〕8号" in client.get(page_of(meeting)).content.decode()


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ((["committee_member"], ["committee_member"], ["youth"]), "请勾选谁是书记"),
        ((["secretary"], ["secretary"], ["youth"]), "书记只能有一人"),
        ((["secretary"], ["youth"], []), "请选择职务。"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(branch, clerk, meeting, voters, chosen, words):
    before = posts_now(branch)

    answer = signed_in(clerk).post(page_of(meeting), ticks(dict(zip(voters[:3], chosen, strict=True))))

    assert answer.status_code == 422 and words in answer.content.decode()
    assert posts_now(branch) == before and CommitteeTerm.objects.count() == 1


def test_between_elections_one_post_is_added_and_the_term_stays(branch, clerk, secretary, voters):
    people.start_committee_term(branch, elected_on=DAY.replace(year=2025), by=None, at=DURING)
    meeting = elect(branch, clerk, secretary, {voters[0]: 20, voters[1]: 4}, title="补选青年委员", seats=1, on_ballot=2)
    client, before = signed_in(clerk), posts_now(branch)
    page = client.get(page_of(meeting)).content.decode()
    assert "登记补选结果" in client.get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()
    assert 'value="between" id="id_what_1" required checked' in page or 'value="between" required id="id_what_1" checked' in page

    client.post(page_of(meeting), ticks({voters[0]: ["youth"]}, what="between"))

    assert posts_now(branch) == sorted([*before, (voters[0].name, "youth")])
    assert CommitteeTerm.objects.get().elected_on == DAY.replace(year=2025)


def test_a_name_that_the_voters_wrote_comes_into_office_like_any_other(branch, clerk, secretary, voters):
    meeting = elect(branch, clerk, secretary, dict(zip(voters[:4], (22, 20, 5, 18), strict=True)), on_ballot=3)
    values = ticks({voters[0]: ["secretary"], voters[1]: ["youth"], voters[3]: ["discipline"]})

    assert signed_in(clerk).post(page_of(meeting), values).status_code == 302
    assert (voters[3].name, "discipline") in posts_now(branch)


def test_more_with_enough_votes_than_seats_are_picked_by_people(branch, clerk, secretary, voters):
    meeting = elect(branch, clerk, secretary, dict(zip(voters[:4], (18, 18, 18, 18), strict=True)))
    client, four = signed_in(clerk), [["secretary"], ["youth"], ["publicity"], ["discipline"]]
    page = client.get(page_of(meeting)).content.decode()
    assert page.count("仅凭得票不能确定是否当选") == 4 and 'value="committee_member" checked' not in page

    crowded = client.post(page_of(meeting), ticks(dict(zip(voters[:4], four, strict=True))))
    assert crowded.status_code == 422 and "应选3名，已有4人" in crowded.content.decode()

    assert client.post(page_of(meeting), ticks(dict(zip(voters[:3], four, strict=False)))).status_code == 302
    assert len(posts_now(branch)) == 3


def test_before_the_lock_and_without_an_election_there_is_no_such_page(branch, clerk, secretary, voters):
    open_record = elect(branch, clerk, secretary, dict(zip(voters[:4], (22, 20, 18, 4), strict=True)), lock=False)
    client = signed_in(clerk)

    assert "登记为新一届" not in client.get(reverse("branch_life:meeting", args=[open_record.pk])).content.decode()
    assert client.get(page_of(open_record)).status_code == 404
    assert client.get(page_of(held(kinds.ASSEMBLY, branch, clerk))).status_code == 404


def test_delegates_to_a_congress_get_no_post(branch, clerk, secretary, voters):
    results = dict(zip(voters[:4], (22, 20, 18, 4), strict=True))
    meeting = elect(branch, clerk, secretary, results, title="选举出席区党代会代表")

    assert signed_in(clerk).get(page_of(meeting)).status_code == 404


def test_members_see_the_result_and_no_button_and_the_neighbour_sees_nothing(branch, meeting, voters, neighbour):
    client = signed_in(a_member(branch))
    assert "登记为新一届" not in client.get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()
    assert client.post(page_of(meeting), ticks({voters[0]: ["secretary"]})).status_code == 403

    with within(neighbour):
        a_branch(members=6, probationary=0, committee=3, groups=1)
        stranger = signed_in(holder(PostKind.SECRETARY))
    assert stranger.get(page_of(meeting)).status_code == 404


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("选举支部委员会", ("committee_member",)),
        ("支委换届选举", ("committee_member",)),
        ("选举副书记", ("deputy_secretary",)),
        ("选举党支部书记", ("secretary",)),
        ("补选纪律检查委员", ("discipline",)),
        ("选举书记、副书记", ()),
        ("选举支部委员会委员和书记", ()),
        ("选举优秀党员", ()),
    ],
)
def test_the_words_of_the_item_say_the_post_where_they_say_one(title, said):
    assert posts_said(title) == said


def test_whoever_holds_one_of_several_offices_goes_on_in_it_and_the_title_names_the_term(branch, clerk, secretary, voters):
    results = {secretary: 22, voters[0]: 21, voters[1]: 4}
    activity = elect(branch, clerk, voters[5], results, title="选举书记、副书记", seats=2, on_ballot=3, lock=False)
    Activity.objects.filter(pk=activity.pk).update(title="第七届支部委员会换届选举")
    activity = Activity.fresh(activity.pk)
    winners = winners_of(activity)

    assert {one.person: one.posts for one in winners} == {secretary: (PostKind.SECRETARY,), voters[0]: ()}
    assert term_said(activity, winners) == 7
