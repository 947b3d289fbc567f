"""A school with two branches: each sees and keeps its own; who belongs to both is asked which."""

from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.shelves import shelf
from navmark.foundation.activities.year.queries import year_for
from navmark.foundation.cadence import tasks
from navmark.foundation.cadence.access import subjects_for
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.actions import set_status
from navmark.foundation.people.models import Post, PostKind, Status
from navmark.foundation.people.queries import clerks, members_on, voters_on
from navmark.foundation.people.tests.factories import a_branch, a_post, a_viewer, an_administrator, holder, signed_in
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.records.access import may_lock
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import Proposal
from navmark.pillars.demonstration.branch_life.talks import talks_for
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of
from navmark.project.chores import keep_duties
from navmark.project.today import today_for

DAY = START.date()


@pytest.fixture
def other(branch):
    second = a_branch(members=8, probationary=0, committee=3, groups=2, name="中共启明实验小学第二支部委员会")
    keep_duties(START - timedelta(days=2))
    return second


def of(branch, kind):
    return holder(kind, branch)


@pytest.mark.parametrize("kind", [kinds.COMMITTEE, kinds.ASSEMBLY, kinds.GROUP])
def test_each_branch_sees_and_keeps_its_own_meetings(branch, other, kind):
    unit = other.children.first() if kind == kinds.GROUP else other
    meeting = held(kind, unit, of(other, PostKind.CLERK))
    record = record_of(meeting)
    for role in (PostKind.SECRETARY, PostKind.CLERK, PostKind.ORGANISATION):
        ours, theirs = a_viewer(of(other, role), on=DAY), a_viewer(of(branch, role), on=DAY)
        assert meeting in activities.visible_to(ours)
        assert meeting not in activities.visible_to(theirs)
        assert not activities.may_keep(theirs, meeting)
    assert activities.may_keep(a_viewer(of(other, PostKind.CLERK), on=DAY), meeting)
    assert not may_lock(a_viewer(of(branch, PostKind.ORGANISATION), on=DAY), record)


def test_a_talk_is_open_to_the_secretary_of_its_own_branch_alone(branch, other):
    two = list(voters_on(other, DAY).order_by("-pk")[:2])
    talk = held(kinds.TALK, other, two[0], chosen=two)

    assert talk in activities.visible_to(a_viewer(holder(PostKind.SECRETARY, other), on=DAY))
    assert talk not in activities.visible_to(a_viewer(holder(PostKind.SECRETARY, branch), on=DAY))


def test_a_plan_is_of_the_viewers_own_branch(branch, other):
    client = signed_in(of(other, PostKind.CLERK))
    plan = reverse("activities:plan", args=[kinds.COMMITTEE])

    page = client.get(plan)

    assert page.context["unit"] == other
    talk = signed_in(of(other, PostKind.SECRETARY)).get(reverse("activities:plan", args=[kinds.TALK])).context["form"]
    assert set(talk.fields["other"].names.labels) == {str(one.pk) for one in (*members_on(other, DAY), *clerks(other, DAY))}
    assert client.get(plan, {"unit": str(branch.pk)}).status_code == 403
    asked = client.get(reverse("activities:plan", args=[kinds.GROUP]))
    assert {one.unit for one in asked.context["choices"]} == set(other.children.all())


def test_whoever_belongs_to_two_branches_is_asked_which(branch, other):
    both = holder(PostKind.ORGANISATION, branch)
    a_post(both, PostKind.CLERK, unit=other)
    client, plan = signed_in(both), reverse("activities:plan", args=[kinds.COMMITTEE])

    page = client.get(plan)

    assert "哪个党支部？" in page.content.decode()
    assert {one.unit for one in page.context["choices"]} == {branch, other}
    assert client.get(plan, {"unit": str(other.pk)}).context["unit"] == other


def test_a_proposal_goes_to_ones_own_branch_and_is_answered_there(branch, other):
    member = voters_on(other, DAY).order_by("-pk")[0]
    page = reverse("branch_life:proposals")
    assert 'name="unit"' not in signed_in(member).get(page).content.decode()

    signed_in(member).post(page, {"theme": "参观展览馆"})

    proposal = Proposal.objects.get()
    answer = reverse("branch_life:answer_proposal", args=[proposal.pk])
    assert proposal.unit == other
    assert "参观展览馆" not in signed_in(holder(PostKind.SECRETARY, branch)).get(page).content.decode()
    assert signed_in(holder(PostKind.SECRETARY, branch)).post(answer, {"answer": "好"}).status_code == 404
    assert signed_in(holder(PostKind.SECRETARY, other)).post(answer, {"answer": "好"}).status_code == 302


def test_whoever_belongs_to_two_says_to_which_a_proposal_goes(branch, other):
    both = voters_on(branch, DAY).order_by("-pk")[0]
    a_post(both, PostKind.CLERK, unit=other)
    client, page = signed_in(both), reverse("branch_life:proposals")

    assert client.post(page, {"theme": "参观展览馆"}).status_code == 422
    assert client.post(page, {"theme": "参观展览馆", "unit": str(other.pk)}).status_code == 302
    assert Proposal.objects.get().unit == other


def test_lists_duties_and_numbers_are_those_of_the_own_branch(branch, other):
    secretary = a_viewer(holder(PostKind.SECRETARY, other), on=DAY)

    assert [one.name for one in year_for(secretary, shelf("branch_life"), DAY.year).blocks] == [other.name]
    assert not {branch.pk, *branch.children.values_list("pk", flat=True)} & set(subjects_for(secretary))
    assert {other.pk, *other.children.values_list("pk", flat=True)} <= set(subjects_for(secretary))
    assert set(talks_for(secretary, DAY.year).names) == set(members_on(other, DAY))
    assert {str(other.pk) in one.url for one in today_for(secretary, DAY).remarks if "/branch/" in one.url} == {True}
    led = signed_in(secretary.person).get(reverse("branch_life:led"))
    assert {row.person for row, _attendance in led.context["rows"]} == set(members_on(other, DAY))


def test_a_task_of_another_branchs_meeting_is_not_ours_to_finish(branch, other):
    secretary, writer = of(other, PostKind.SECRETARY), of(other, PostKind.CLERK)
    item = item_of(held(kinds.COMMITTEE, other, writer), writer)
    task = deciding.Task("起草方案", secretary, DAY + timedelta(days=9))
    follow_up = deciding.decide(item, text="同意", tasks=[task], by=writer, at=DURING).follow_ups.get()
    page = reverse("proceedings:task_finish", args=[follow_up.pk])

    assert signed_in(of(branch, PostKind.CLERK)).post(page).status_code == 404
    assert signed_in(writer).post(page).status_code == 302


def test_what_another_branch_owes_is_not_ours_to_excuse(branch, other):
    duty = Duty.objects.filter(subject_id=other.pk, cadence__isnull=False).first()
    page = reverse("cadence:excuse", args=[duty.pk])

    assert signed_in(of(branch, PostKind.CLERK)).get(page).status_code == 404
    assert signed_in(of(other, PostKind.CLERK)).get(page).status_code == 200


def test_only_what_ones_own_branch_owes_can_be_excused_on_the_list(branch, other):
    both = of(branch, PostKind.ORGANISATION)
    a_post(both, PostKind.CLERK, unit=other)
    client = signed_in(both)

    rows = client.get(reverse("cadence:list")).context["page"]

    ours = {other.pk, *other.children.values_list("pk", flat=True)}
    assert {row.duty.subject_id in ours for row in rows if row.duty.may_be_excused} == {True}
    assert any(row.duty.subject_id == branch.pk for row in rows)
    for row in rows:
        status = client.get(reverse("cadence:excuse", args=[row.duty.pk])).status_code
        assert status == (200 if row.duty.may_be_excused else 404)


def test_what_a_member_of_another_branch_owes_is_not_ours_to_settle(branch, other):
    member = of(other, PostKind.ORGANISATION)
    talk = Duty.objects.filter(subject_id=member.pk, cadence__activity_kind=kinds.TALK).earliest("period_key")
    task = tasks.one_off(title="起草方案", owner=member, due_on=DAY, source=("notice", member.pk), by=member, at=START)

    for page in (reverse("cadence:excuse", args=[talk.pk]), reverse("cadence:complete", args=[task.pk])):
        assert signed_in(of(branch, PostKind.CLERK)).post(page, {"reason": "因病"}).status_code == 404
        assert signed_in(of(other, PostKind.CLERK)).post(page, {"reason": "因病"}).status_code == 302


def test_whoever_moves_is_counted_once_and_keeps_her_own(branch, other):
    member = of(branch, PostKind.ORGANISATION)
    meeting = held(kinds.ASSEMBLY, branch, of(branch, PostKind.CLERK))
    signed_in(member).post(reverse("branch_life:proposals"), {"theme": "参观展览馆"})
    set_status(member, branch=other, status=Status.FULL, from_day=DAY + timedelta(days=1), by=None, at=DURING)
    later = DAY + timedelta(days=2)

    before, now = (a_viewer(of(one, PostKind.SECRETARY), on=later) for one in (branch, other))

    assert member not in talks_for(before, DAY.year).names
    assert member in talks_for(now, DAY.year).names
    assert meeting in activities.visible_to(a_viewer(member, on=later))
    assert meeting.title in signed_in(member).get(reverse("activities:own_attendance")).content.decode()
    assert "参观展览馆" in signed_in(member).get(reverse("branch_life:proposals")).content.decode()


def test_a_branch_without_groups_is_offered_no_group_meeting(branch):
    small = a_branch(members=5, probationary=0, committee=1, groups=0, name="中共启明实验小学第二支部委员会")

    choices = signed_in(of(small, PostKind.SECRETARY)).get(reverse("activities:choose")).context["choices"]

    offered = [one.kind.code for one in choices]
    assert kinds.GROUP not in offered
    assert {kinds.ASSEMBLY, kinds.TALK} <= set(offered)


def test_whoever_sees_to_two_branches_is_told_of_which_a_line_speaks(branch, other):
    both, one = of(branch, PostKind.CLERK), of(branch, PostKind.SECRETARY)
    a_post(both, PostKind.CLERK, unit=other)
    for unit in (branch, other):
        held(kinds.COMMITTEE, unit, both)

    def lines(person):
        return [line.detail for line in today_for(a_viewer(person, on=DAY), DAY).now if line.state == "record"]

    assert sorted(lines(both)) == sorted([branch.name, other.name])
    assert set(lines(one)) == {""}
    assert {remark.detail for remark in today_for(a_viewer(both, on=DAY), DAY).remarks} == {branch.name, other.name}
    assert {remark.detail for remark in today_for(a_viewer(one, on=DAY), DAY).remarks} == {""}


def test_the_administrator_reads_which_of_two_branches_lacks_something(branch, other):
    held(kinds.COMMITTEE, branch, of(branch, PostKind.CLERK))  # a school that has begun: before, this is among its first steps
    Post.objects.filter(kind=PostKind.GROUP_LEADER).delete()
    keep_duties(START + timedelta(days=1))
    lines = today_for(a_viewer(an_administrator(), on=DAY), DAY).now

    assert [line.detail for line in lines if "尚未指定组长" in line.what].count(other.name) == 2
    assert {line.detail for line in lines if "选举日期" in line.what} == {branch.name, other.name}


def test_a_secretary_arranges_talks_between_others_in_her_own_branch_alone(branch, other):
    secretary = of(branch, PostKind.SECRETARY)
    a_post(secretary, PostKind.CLERK, unit=other)
    page = reverse("activities:plan", args=[kinds.TALK])
    plan = {"title": "谈心谈话", "day": "2026-11-27", "start": "10:00"}

    def answer(unit):
        one, two = voters_on(unit, DAY).exclude(pk=secretary.pk).order_by("pk")[:2]
        where = {"unit": str(unit.pk)}
        return signed_in(secretary).post(page, plan | {"one": one.name, "other": two.name}, query_params=where).status_code

    assert [answer(branch), answer(other)] == [302, 403]
