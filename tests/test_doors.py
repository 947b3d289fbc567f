"""Every route, and who may open it. A route without a row here fails; what belongs to another school does not exist (404).

Columns: stranger, staff who is no member, member, clerk, secretary, administrator, the neighbour's secretary. 302 for a stranger
leads to the login. A route that only takes POST is posted to with nothing in it: past the door it answers with a redirect or
with its own words (422), never with somebody's data.
"""

import json
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from navmark.foundation.activities import attendance
from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.activities.feed import key_for
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.cadence.actions import one_off
from navmark.foundation.cadence.models import Duty
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import Notice
from navmark.foundation.people.accounts import invite
from navmark.foundation.people.models import ImportDraft, Invitation, Person, Post, PostKind
from navmark.foundation.people.queries import committee_on, members_on
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_member,
    a_pupil,
    a_staff_member,
    an_account,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.actions import agenda, deciding, writing
from navmark.foundation.proceedings.judging import Ballots
from navmark.foundation.proceedings.models import Minutes, MinutesState
from navmark.foundation.records.actions import attach
from navmark.foundation.records.models import FileKind
from navmark.foundation.sheets.reading import read
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import actions, kinds
from navmark.pillars.demonstration.branch_life.models import Proposal
from navmark.project.chores import keep_duties

OK, MOVED, UNFIT, NO, NONE, WRONG = 200, 302, 422, 403, 404, 405
WHO = ("stranger", "staff", "member", "clerk", "secretary", "administrator", "neighbour")


class Door(NamedTuple):
    """The route's arguments by name of a thing in the scene, how it is asked, and the answers in the order of WHO."""

    answers: tuple[int, ...]
    things: tuple[str, ...] = ()
    method: str = "get"


def everybody(status: int = OK) -> tuple[int, ...]:
    return (MOVED, *[status] * 6)


def managers(status: int = OK, neighbour: int = OK) -> tuple[int, ...]:
    return (MOVED, NO, NO, status, status, status, neighbour)


PARTY = (MOVED, NO, OK, OK, OK, NO, OK)
MEETING = (MOVED, NONE, OK, OK, OK, NONE, NONE)  # a general meeting: the branch sees it
KEPT = (MOVED, NONE, NO, OK, OK, NONE, NONE)
WRITTEN = (MOVED, NONE, NO, MOVED, MOVED, NONE, NONE)
REFUSED = (MOVED, NONE, NO, UNFIT, UNFIT, NONE, NONE)
DOORS = {
    "today": Door(everybody()),
    "health": Door((OK,) * 7),
    "language": Door((MOVED,) * 7, method="post"),
    "login": Door((OK, *[MOVED] * 6)),
    "logout": Door((MOVED,) * 7, method="post"),
    "join_code": Door((OK,) * 7),
    "join": Door((NONE,) * 7, ("code",)),
    "terms": Door(managers()),
    "holidays": Door(managers()),
    "export": Door(managers()),
    "statute:rule": Door(everybody(), ("rule",)),
    "cadence:list": Door(everybody()),
    "cadence:party_year": Door((MOVED, NO, NO, OK, OK, NO, OK)),
    "cadence:excuse": Door((MOVED, NO, NO, OK, OK, NO, NONE), ("duty",)),
    "cadence:complete": Door((MOVED, NONE, NONE, MOVED, MOVED, NONE, NONE), ("task",), "post"),
    "cadence:reopen": Door((MOVED, NONE, NONE, MOVED, MOVED, NONE, NONE), ("task",), "post"),
    "notices:inbox": Door(everybody()),
    "notices:read_all": Door(everybody(MOVED), method="post"),
    "notices:read": Door((MOVED, NONE, NONE, NONE, MOVED, NONE, NONE), ("notice",), "post"),
    "people:list": Door(everybody()),
    "people:add": Door(managers()),
    "people:units": Door(everybody()),
    "people:add-branch": Door(managers()),
    "people:branch": Door((MOVED, OK, OK, OK, OK, OK, NONE), ("branch",)),
    "people:rename-branch": Door(managers(neighbour=NONE), ("branch",)),
    "people:add-group": Door(managers(neighbour=NONE), ("branch",)),
    "people:term": Door(managers(neighbour=NONE), ("branch",)),
    "people:new-term": Door(managers(neighbour=NONE), ("branch",)),
    "people:office": Door(managers(neighbour=NONE), ("branch", "post")),
    "people:import": Door(managers()),
    "people:import-headings": Door((MOVED, NO, NO, OK, NONE, NONE, NONE), ("draft",)),
    "people:import-preview": Door((MOVED, NO, NO, OK, NONE, NONE, NONE), ("draft",)),
    "people:import-discard": Door((MOVED, NO, NO, MOVED, NONE, NONE, NONE), ("draft",), "post"),
    "people:codes": Door(managers()),
    "people:confirm-code": Door((MOVED, NONE, NONE, NONE, NONE, NONE, NONE), ("reset",)),  # a committee member alone
    "people:account": Door(everybody()),
    "people:remember-device": Door(everybody(NONE), method="post"),  # no phone can reach a test
    "people:forget-devices": Door(everybody(MOVED), method="post"),
    "people:choose-school": Door(everybody(NONE), method="post"),
    "people:first_run": Door((NONE,) * 7),
    "people:person": Door((MOVED, NONE, NONE, MOVED, MOVED, MOVED, NONE), ("pupil",)),  # to the page that asks for the purpose
    "people:sealed": Door(managers(MOVED, neighbour=NONE), ("pupil",)),
    "people:change": Door(managers(MOVED, neighbour=NONE), ("pupil", "part_of_person")),
    "people:begin": Door(managers(neighbour=NONE), ("person", "fact")),
    "people:end": Door(managers(neighbour=NONE), ("holder", "fact", "post_row")),
    "privacy:log": Door((MOVED, NO, NO, NO, OK, NO, OK)),
    "privacy:term": Door((MOVED, NO, NO, NO, OK, OK, OK)),
    "privacy:purpose": Door(managers(neighbour=NONE), ("pupil",)),
    "privacy:purpose-sealed": Door(managers(neighbour=NONE), ("pupil",)),
    "activities:roll": Door(KEPT, ("meeting",)),
    "activities:ask_leave": Door((MOVED, NONE, MOVED, MOVED, MOVED, NONE, NONE), ("meeting",), "post"),
    "activities:guests": Door(WRITTEN, ("meeting",), "post"),
    "activities:not_counted": Door(KEPT, ("meeting",)),
    "activities:wall": Door((MOVED, NONE, NO, NONE, NONE, NONE, NONE), ("meeting",)),  # no phone can reach a test
    "activities:own_attendance": Door(everybody()),
    "activities:feed_address": Door(everybody()),
    "activities:feed": Door((OK,) * 7, ("feed",)),  # the address itself is the key
    "activities:arrive": Door((410,) * 7, ("code",)),
    "activities:sign_in": Door((410,) * 7, ("code",)),
    "records:attach": Door(KEPT, ("owner_kind", "meeting")),
    "records:open": Door(MEETING, ("file",)),
    "records:remove": Door(KEPT, ("file",)),
    "proceedings:item_add": Door(REFUSED, ("part",), "post"),
    "proceedings:item_save": Door(REFUSED, ("item",), "post"),
    "proceedings:item_move": Door(WRITTEN, ("item",), "post"),
    "proceedings:item_remove": Door((MOVED, NONE, NO, MOVED, NONE, NONE, NONE), ("spare_item",), "post"),
    "proceedings:speech_save": Door(REFUSED, ("item", "person"), "post"),
    "proceedings:vote_add": Door(KEPT, ("item",)),
    "proceedings:candidates": Door(KEPT, ("ballot_item",)),
    "proceedings:election_count": Door((MOVED, NONE, NO, MOVED, MOVED, NONE, NONE), ("ballot_item",)),  # first the candidates
    "proceedings:vote_remove": Door((MOVED, NONE, NO, MOVED, NONE, NONE, NONE), ("vote",), "post"),
    "proceedings:decision_add": Door(REFUSED, ("item",), "post"),
    "proceedings:decision_remove": Door((MOVED, NONE, NO, MOVED, NONE, NONE, NONE), ("decision",), "post"),
    "proceedings:task_add": Door(REFUSED, ("other_decision",), "post"),
    "proceedings:task_remove": Door((MOVED, NONE, NO, MOVED, NONE, NONE, NONE), ("follow_up",), "post"),
    "proceedings:task_finish": Door((MOVED, NONE, NO, MOVED, MOVED, NONE, NONE), ("other_follow_up",), "post"),
    "proceedings:task_reopen": Door((MOVED, NONE, NO, MOVED, MOVED, NONE, NONE), ("other_follow_up",), "post"),
    "proceedings:submit": Door(WRITTEN, ("meeting",), "post"),
    "proceedings:reopen": Door(WRITTEN, ("meeting",), "post"),
    "proceedings:send_back": Door((MOVED, NONE, NO, NO, UNFIT, NONE, NONE), ("meeting",), "post"),
    "proceedings:waive": Door((MOVED, NONE, MOVED, MOVED, MOVED, NONE, NONE), ("meeting", "finding"), "post"),
    "proceedings:amend": Door(REFUSED, ("meeting",), "post"),
    "proceedings:separate": Door(WRITTEN, ("meeting",), "post"),
    "branch_life:choose": Door(everybody()),
    "branch_life:plan": Door((MOVED, NO, NO, OK, OK, NO, OK), ("kind",)),
    "branch_life:plan_for_duty": Door((MOVED, NO, NO, MOVED, MOVED, NO, NONE), ("duty",)),
    "branch_life:meeting": Door(MEETING, ("meeting",)),
    "branch_life:change": Door(KEPT, ("meeting",)),
    "branch_life:cancel": Door(KEPT, ("meeting",)),
    "branch_life:lock": Door((MOVED, NONE, NO, NO, MOVED, NONE, NONE), ("meeting",), "post"),
    "branch_life:elected": Door(KEPT, ("elected",)),
    "branch_life:copy": Door(MEETING, ("meeting",)),
    "branch_life:sign_in_sheet": Door(MEETING, ("meeting",)),
    "branch_life:sign_in_sheet_docx": Door(MEETING, ("meeting",)),
    "branch_life:print": Door(MEETING, ("meeting", "first", "pdf")),
    "branch_life:slips": Door(KEPT, ("meeting", "first")),
    "branch_life:slips_docx": Door(KEPT, ("meeting", "first")),
    "branch_life:tally": Door(KEPT, ("meeting", "first")),
    "branch_life:tally_docx": Door(KEPT, ("meeting", "first")),
    "branch_life:grading_slips": Door(KEPT, ("review", "first")),
    "branch_life:standings": Door(KEPT, ("review_part",)),
    "branch_life:note": Door(WRITTEN, ("day_part",), "post"),
    "branch_life:segments": Door(KEPT, ("day_part",)),
    "branch_life:year": Door(PARTY),
    "branch_life:year_sheet": Door(PARTY),
    "branch_life:register": Door(PARTY),
    "branch_life:talks": Door(PARTY),
    "branch_life:led": Door((MOVED, NO, OK, NO, OK, NO, OK)),
    "branch_life:proposals": Door(PARTY),
    "branch_life:answer_proposal": Door((MOVED, NO, NO, MOVED, MOVED, NO, NONE), ("proposal",), "post"),
}


def routes(resolver: URLResolver, space: str = "") -> list[str]:
    found = []
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            found += routes(one, f"{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern) and one.name:
            found.append(f"{space}{one.name}")
    return found


def test_every_route_stands_in_the_table():
    assert sorted(set(routes(get_resolver()))) == sorted(DOORS)


@pytest.fixture
def scene(school, neighbour) -> dict[str, Any]:
    """One of everything, in our school; and the people who try the doors."""
    with within(neighbour):
        a_branch(members=6, probationary=0, committee=3, groups=1)
        there = signed_in(holder(PostKind.SECRETARY))
    with within(school):
        things = _things(a_branch())
        clients = {
            "staff": a_staff_member(), "member": a_member(things["branch_row"]), "clerk": holder(PostKind.CLERK),
            "secretary": holder(PostKind.SECRETARY), "administrator": an_administrator(),
        }  # fmt: skip
        things |= {name: signed_in(person) for name, person in clients.items()}
    return things | {"stranger": Client(), "neighbour": there}


def _things(branch) -> dict[str, Any]:
    at = timezone.now()
    keep_duties(at)
    clerk, secretary = holder(PostKind.CLERK), holder(PostKind.SECRETARY)
    meeting = _held(branch, kinds.ASSEMBLY, clerk, at)
    part = meeting.parts.get()
    item, spare = (agenda.add_item(part, title=title, by=clerk, at=at) for title in ("议题一", "议题二"))
    tally = deciding.Tally(issued=24, collected=24, ayes=20, nays=2, abstentions=2)
    writing.write_speech(item, secretary, text="同意", by=clerk, at=at)
    vote = deciding.enter_vote(item, tally, subject="方案", overseer=secretary, counter=clerk, by=clerk, at=at)
    task = deciding.Task("落实", secretary, at.date() + timedelta(days=9))
    decisions = [deciding.decide(item, text=text, tasks=[task], by=clerk, at=at) for text in ("甲", "乙", "丙")]
    ballot = agenda.add_item(part, title="选举", stricter=True, by=clerk, at=at)
    day, review = _held(branch, kinds.THEME_DAY, clerk, at), _held(branch, kinds.REVIEW, clerk, at)
    duty = Duty.objects.filter(subject_id=branch.pk, cadence__code="committee").order_by("opens_on").first()
    due = at.date()
    errand = one_off(title="任务", owner=secretary, due_on=due, source=("test", secretary.pk), by=secretary, at=at)
    tell([secretary.pk], kind="coming", title="提醒", url="/", subject=branch.pk, at=at)
    an_account(secretary)
    invite(secretary, by=clerk, at=at)
    post = Post.objects.filter(kind=PostKind.GROUP_LEADER).first()
    draft = ImportDraft.objects.create(
        kind="staff", file_name="表.txt", content=_table(), school_year=2026, made_by=clerk, made_at=at,
        expires_at=at + timedelta(days=1),
    )  # fmt: skip
    return {
        "branch_row": branch, "branch": branch.pk, "meeting": meeting.pk, "part": part.pk, "item": item.pk,
        "spare_item": spare.pk, "vote": vote.pk, "decision": decisions[0].pk, "other_decision": decisions[1].pk,
        "follow_up": decisions[1].follow_ups.get().pk, "other_follow_up": decisions[2].follow_ups.get().pk,
        "day_part": day.parts.get().pk, "review": review.pk, "review_part": review.parts.get().pk,
        "ballot_item": ballot.pk, "elected": _elected(branch, clerk, secretary, at).pk,
        "duty": duty.pk, "task": errand.pk, "notice": Notice.objects.get(kind="coming").pk,
        "pupil": a_pupil(a_class()).pk, "person": members_on(branch, at.date()).first().pk, "holder": post.person_id,
        "post_row": post.pk, "draft": draft.pk, "feed": key_for(secretary, at=at).token,
        "proposal": Proposal.objects.create(unit=branch, proposed_by=secretary, theme="主题", at=at).pk,
        "file": _attached(meeting, clerk, at).pk, "owner_kind": ACTIVITY,
        "reset": Invitation.objects.get().pk, "code": "AAAA-BBBB-CCCC",
        "rule": "A08", "post": "clerk", "part_of_person": "details", "fact": "posts",
        "finding": "rest-day", "kind": "branch_assembly", "first": 1, "pdf": "pdf",
    }  # fmt: skip


def _held(branch, kind: str, clerk: Person, at):
    starts_at = at - timedelta(hours=2)
    host = holder(PostKind.SECRETARY)
    plan = Plan(unit=branch, title="十一月", parts=[PlannedPart(kind)], starts_at=starts_at, host=host, recorder=clerk)
    activity = actions.arrange(plan, by=clerk, at=starts_at)
    attendance.all_others_present(activity, by=clerk, at=at)
    return activity


def _elected(branch, clerk: Person, secretary: Person, at):
    """A locked meeting that elected the secretary anew."""
    activity = _held(branch, kinds.ASSEMBLY, clerk, at)
    item = agenda.add_item(activity.parts.get(), title="选举书记", stricter=True, by=clerk, at=at)
    one = members_on(branch, at.date()).filter(party_statuses__status="full").last()
    elections.nominate(item, [one], seats=1, by=clerk, at=at)
    counts, papers = [elections.Count(one, 20, 4)], Ballots(24, 24, 0)
    elections.count(item, papers, counts, overseer=secretary, counter=clerk, by=clerk, at=at)
    signed = {"submitted_by": clerk.pk, "submitted_at": at, "locked_by": secretary.pk, "locked_at": at, "snapshot": {}}
    Minutes.objects.filter(activity=activity).update(state=MinutesState.LOCKED, **signed)
    return activity


def _attached(activity, by: Person, at):
    """The scanned sheet of this meeting."""
    upload = SimpleUploadedFile("签到表原件.pdf", b"%PDF-1.7")
    return attach(upload, owner_kind=ACTIVITY, owner_id=activity.pk, kind=FileKind.SIGNED_SHEET, by=by, at=at)


def _table() -> str:
    return json.dumps(read("姓名\t手机号码\n王一\t19900000001", "表.txt").as_json(), ensure_ascii=False)


def knock(client: Client, address: str, method: str = "get") -> int:
    """How the door answers; the answer is read to its end, so that a file is closed."""
    answer = getattr(client, method)(address)
    answer.getvalue()
    return answer.status_code


def answers(name: str, things: dict[str, Any]) -> tuple[int, ...]:
    door = DOORS[name]
    address = reverse(name, args=[things[thing] for thing in door.things])
    return tuple(knock(things[who], address, door.method) for who in WHO)


def test_what_only_shows_opens_to_those_who_may(scene):
    """All in one scene, in any order: to look at one page changes nothing that another answers."""
    shows = [name for name, door in DOORS.items() if door.method == "get"]

    assert {name: answers(name, scene) for name in shows} == {name: DOORS[name].answers for name in shows}


@pytest.mark.parametrize("name", sorted(name for name, door in DOORS.items() if door.method == "post"))
def test_what_changes_something_opens_to_those_who_may(name, scene):
    assert answers(name, scene) == DOORS[name].answers


def test_a_refused_form_never_answers_as_if_all_were_well(scene):
    """Posted with nothing filled in; what answers with a page of its own says 422, so that a script and a test see it too."""
    well = []
    for name, door in DOORS.items():
        who = "stranger" if door.answers[0] == OK else "secretary"
        if door.method == "get" and door.answers[WHO.index(who)] == OK:
            address = reverse(name, args=[scene[thing] for thing in door.things])
            answer = scene[who].post(address, {"csrfmiddlewaretoken": ""})
            answer.getvalue()
            well += [name] if answer.status_code == OK else []
    assert not well


DELEGATES = {  # the deputy, and a committee member who did not arrange this meeting (支部工作条例第十四条)
    "branch_life:plan": (OK, OK),
    "branch_life:change": (OK, NO),
    "branch_life:cancel": (OK, NO),
    "branch_life:slips": (OK, NO),
    "activities:roll": (OK, NO),
    "privacy:log": (NO, NO),
    "people:import": (NO, NO),
    "cadence:party_year": (NO, NO),
}


@pytest.mark.parametrize("name", sorted(DELEGATES))
def test_a_delegate_arranges_meetings_and_opens_nothing_else_of_the_secretarys(name, scene, school):
    with within(school):
        clients = [signed_in(holder(kind)) for kind in (PostKind.DEPUTY_SECRETARY, PostKind.PUBLICITY)]
    address = reverse(name, args=[scene[thing] for thing in DOORS[name].things])

    assert tuple(knock(client, address) for client in clients) == DELEGATES[name]


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
        activity = actions.arrange(plan, by=one, at=timezone.now())
        third = committee_on(branch, timezone.localdate()).exclude(pk__in=[one.pk, other.pk])
        third = third.exclude(posts__kind=PostKind.SECRETARY).first()
        return activity, signed_in(one), signed_in(other), signed_in(third)


@pytest.mark.parametrize("page", ["branch_life:meeting", "branch_life:copy", "branch_life:sign_in_sheet", "activities:roll"])
def test_a_talk_opens_to_the_two_and_the_secretary_alone(page, talk, scene):
    activity, one, other, third = talk
    address = reverse(page, args=[activity.pk])

    assert one.get(address).status_code == OK
    assert other.get(address).status_code in (OK, NO)  # the roll is kept by its recorder
    assert scene["secretary"].get(address).status_code == OK
    closed = [client.get(address).status_code for client in (third, scene["clerk"], scene["member"], scene["neighbour"])]
    assert closed == [NONE] * 4


def test_a_file_of_a_talk_opens_to_the_two_and_the_secretary_alone(talk, scene, school):
    activity, one, other, third = talk
    with within(school):
        address = reverse("records:open", args=[_attached(activity, activity.host, timezone.now()).pk])

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
