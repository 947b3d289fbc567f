"""One of everything in a school, and the people who try its doors: what the table of doors calls by name."""

import json
from copy import deepcopy
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from uuid_utils.compat import uuid7

from navmark.foundation.activities.feed import key_for
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.kinds import declared_kinds
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests.scene import an_occasion
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.attachments.actions import attach, remove
from navmark.foundation.attachments.models import Attachment, FileKind
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.tasks import one_off
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import Notice
from navmark.foundation.people.accounts import invite
from navmark.foundation.people.merging.namesakes import tell_two
from navmark.foundation.people.models import ImportDraft, Invitation, Merger, Person, Post, PostKind, Unit, UnitKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_member,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    an_account,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.pledges import actions as pledges
from navmark.foundation.pledges.about import thing_of
from navmark.foundation.pledges.known import kind as pledge_kind
from navmark.foundation.proceedings.actions import agenda, deciding, writing
from navmark.foundation.proceedings.deliberation import known_deliberation
from navmark.foundation.programme.at_a_stroke import held, plan_of
from navmark.foundation.programme.cards import brought
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.programme.models import HandOver, HandOverLine
from navmark.foundation.programme.returning import begin, in_force
from navmark.foundation.registers import actions as registers
from navmark.foundation.registers.known import register
from navmark.foundation.registers.models import Entry
from navmark.foundation.rotas import actions as rotas
from navmark.foundation.rotas import asking
from navmark.foundation.rotas import known as rotas_known
from navmark.foundation.rotas.holders import of_person
from navmark.foundation.rotas.listing import be_away
from navmark.foundation.rotas.models import Rota
from navmark.foundation.rotas.stretches import stretches
from navmark.foundation.tables.reading import read
from navmark.foundation.tenancy.models import School, SchoolOwned
from navmark.foundation.tenancy.scope import within
from navmark.foundation.termplan import actions as termplan
from navmark.foundation.termplan.weeks import term_for
from navmark.project.chores import keep_duties
from navmark.project.places import KEEPING


def set_scene(school: School, neighbour: School) -> dict[str, Any]:
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
        things |= _programme_of(clients["administrator"])
    return things | {"stranger": Client(), "neighbour": there, "shelf": KEEPING}


def as_it_was_set(things: dict[str, Any]) -> dict[str, Any]:
    """The scene for one more test: its rows as the database has them, and browsers that keep nothing of what another test did."""
    return {name: _anew(thing) for name, thing in things.items()}


def _anew(thing: Any) -> Any:
    if isinstance(thing, Client):
        browser = Client()
        browser.cookies = deepcopy(thing.cookies)
        return browser
    return thing.fresh(thing.pk) if isinstance(thing, SchoolOwned) else thing


def _programme_of(administrator: Person) -> dict[str, Any]:
    """A page of the programme, and the programme brought back as it is."""
    at = timezone.localtime()
    draft = begin(in_force(at.date()), "方案.zip", by=administrator, at=at)
    kind = {"noun": "activity", "kind_code": "flag_speech", "field_key": "topic"}
    register = {"pillar_of_register": "demonstration", "page_of_register": "rectification", "state_key": "mending"}
    rota = {"pillar_of_rota": "practice", "page_of_rota": "emergency", "rota_code": "emergency_duty"}
    rota |= {"post_key": "gate", "shift_key": "morning"}
    policy = {"pillar_of_policy": "practice", "page_of_policy": "badges", "policy": "badge_rounds"}
    return {"programme_draft": draft.pk, "pillar": "experience", "page_name": "flag_speech", **kind, **register, **rota, **policy}


def _things(branch) -> dict[str, Any]:
    at = timezone.localtime()
    establish_programme(at=at)
    keep_duties(at)
    clerk, secretary = holder(PostKind.CLERK), holder(PostKind.SECRETARY)
    due, who = at.date(), {"clerk": clerk, "secretary": secretary}
    errand = one_off(title="任务", owner=secretary, due_on=due, source=("test", secretary.pk), by=secretary, at=at)
    tell([secretary.pk], kind="coming", title="提醒", url="/", subject=branch.pk, at=at)
    an_account(secretary)
    invite(secretary, by=clerk, at=at)
    post = Post.objects.filter(kind=PostKind.GROUP_LEADER).first()
    klass, group = a_class(), a_unit(UnitKind.SUBJECT_GROUP, "数学组")
    a_post(clerk, PostKind.SUBJECT_HEAD, unit=group)
    draft = ImportDraft.objects.create(
        kind="staff", file_name="表.txt", content=_table(), school_year=2026, made_by=clerk, made_at=at,
        expires_at=at + timedelta(days=1),
    )  # fmt: skip
    return {
        "branch_row": branch, "branch": branch.pk, "task": errand.pk, "notice": Notice.objects.get(kind="coming").pk,
        "pupil": a_pupil(klass).pk, "class": klass.pk, "person": members_on(branch, at.date()).first().pk,
        "holder": post.person_id, "post_row": post.pk, "draft": draft.pk, "feed": key_for(secretary, at=at).token,
        "merger": _merger(clerk, at).pk, "namesakes": tell_two(clerk, secretary, by=clerk, at=at).pk,
        "reset": Invitation.objects.get().pk, "code": "AAAA-BBBB-CCCC",
        "rule": "A08", "post": "clerk", "part_of_person": "details", "fact": "posts",
        "unit": group.pk, "of_group": "subject_research", "of_class": "class_meeting", **_of_the_programme(group, clerk, at),
        **_of_a_gathering(clerk, at),
        "register": "rectification", "step_key": "accept", "tag": "hometown", "entry": _entry(branch, clerk, secretary, at).pk,
        "removed_entry": registers.remove(_entry(branch, clerk, secretary, at), why="登记重复", by=clerk, at=at).pk,
        **_on_a_wall(clerk, at), **_of_a_rota(group, clerk, secretary, at),
        **_in_the_term_plan(clerk, at),
        **_taken_on(branch, group, secretary, at), "hand_over": _handed_over(clerk, secretary, at).pk,
        **_of_the_rooms(branch, who, at), **_of_the_mechanisms(who, at),
    }  # fmt: skip


def _merger(by: Person, at) -> Merger:
    """Of yesterday: what its page tells, and nothing to take back."""
    return Merger.objects.create(kept=by, gone=uuid7(), gone_name=by.name, made_by=by.pk, made_at=at - timedelta(days=1))


def _of_the_programme(group: Unit, head: Person, at) -> dict[str, Any]:
    """An occasion of a kind that is described by data alone, and what is due of it."""
    keep_duties(at)
    duty = Duty.objects.filter(subject_id=group.pk, cadence__code="subject_research").order_by("opens_on").first()
    plan = Duty.objects.filter(cadence__code="entry:class_plan").order_by("opens_on").first()
    return {"group_duty": duty.pk, "plan_duty": plan.pk, "occasion": an_occasion("subject_research", group, by=head).pk}


def _of_a_gathering(clerk: Person, at) -> dict[str, Any]:
    """A part of the staff's meeting."""
    whole = Unit.objects.filter(kind=UnitKind.SCHOOL).first() or a_unit(UnitKind.SCHOOL, "启明实验小学")
    parts = [PlannedPart("staff_meeting"), PlannedPart("book_talk", "守住十分钟")]
    held = arrange(Plan(whole, "教职工例会", parts, at, host=clerk, recorder=clerk), by=clerk, at=at)
    return {"joined_part": held.parts.get(position=2).pk}


def _taken_on(branch: Unit, group: Unit, holder: Person, at) -> dict[str, Any]:
    """A pledge with a word, one that is asked for, and what nobody has yet."""
    kind = pledge_kind("support")
    others = [thing_of(kind, a_unit(UnitKind.SUBJECT_GROUP, name).pk, at.date()) for name in ("英语组", "科学组")]
    taking = [pledges.Taking(kind, thing, branch, holder, at.date()) for thing in (thing_of(kind, group.pk, at.date()), *others)]
    held, asked = pledges.take(taking[0], by=holder, at=at), pledges.offer(taking[1], by=holder, at=at)
    word = pledges.write(held, {"done": "听课"}, day=at.date(), by=holder, at=at)
    names = {"pledge": held.pk, "offered_pledge": asked.pk, "pledge_word": word.pk, "free_thing": others[1].pk}
    return {"pledge_kind": kind.code, **names}


def _handed_over(by: Person, to: Person, at) -> HandOver:
    """From somebody who is nobody in particular."""
    made = HandOver.objects.create(person=a_staff_member(), day=at.date(), made_by=by.pk, made_at=at)
    HandOverLine.objects.create(hand_over=made, position=1, sort="台账条目", title="走廊灯不亮", to=to)
    return made


def _entry(branch: Unit, clerk: Person, owner: Person, at) -> Entry:
    head = registers.EntryHead(branch, "走廊灯不亮", at.date(), owner)
    return registers.add(register("rectification"), head, {"problem": "东侧两盏"}, by=clerk, at=at)


def _on_a_wall(clerk: Person, at) -> dict[str, Any]:
    """A panel of which the clerk is the steward, read by whoever scans its code."""
    whole = Unit.objects.filter(kind=UnitKind.SCHOOL).first() or a_unit(UnitKind.SCHOOL, "启明实验小学")
    head = registers.EntryHead(whole, "建校的三间土屋", at.date(), clerk)
    panel = registers.add(register("panels"), head, {"corridor": "校史文化长廊", "text": "三间土屋。"}, by=clerk, at=at)
    return {"panel": panel.pk, "panels": "panels", "panel_token": registers.publish(panel, by=clerk, at=at).token}


def _of_a_rota(group: Unit, clerk: Person, secretary: Person, at) -> dict[str, Any]:
    """The subject group takes turns, its head keeps the table; the secretary has the turn, and asks the head to stand in."""
    rota = Rota.objects.create(
        code="door_duty", title="护校值班", unit_kind="subject_group", among="staff", order="by_hand", every="week",
        keepers=["subject_head"], readers=["staff"],
    )  # fmt: skip
    rotas_known.renew()
    this_week = stretches(rota.every, school_calendar(), on=at.date(), ahead=1)[0]
    turn = rotas.give(rota, group, this_week, rota.slots[0], of_person(secretary), by=clerk, at=at)
    question = asking.ask(turn, to=of_person(clerk), by=secretary, at=at)
    away = be_away(clerk, at.date(), at.date(), by=clerk, at=at)
    return {"rota": rota.code, "turn": turn.pk, "turn_question": question.pk, "days_away": away.pk}


def _in_the_term_plan(clerk: Person, at) -> dict[str, Any]:
    week = term_for(school_calendar(), at.date()).period.key + "-W01"
    line = termplan.add(termplan.LineSaid(week, "开学典礼"), by=clerk, at=at)
    return {"school_week": week, "plan_line": line.pk}


def _of_the_rooms(branch: Unit, who: dict[str, Person], at) -> dict[str, Any]:
    """A meeting with all that can stand in its record, of a kind that elects too; a part with a paper; what is due of a unit."""
    elects = next(one.code for one in declared_kinds() if (form := known_deliberation(one.code)) and form.stricter)
    with_paper = next(one.code for one in declared_kinds() if one.part_paper)
    clerk, secretary, meeting = who["clerk"], who["secretary"], _held(elects, branch, who, at)
    part = meeting.parts.get()
    item, spare = (agenda.add_item(part, title=title, by=clerk, at=at) for title in ("议题一", "议题二"))
    tally = deciding.Tally(issued=24, collected=24, ayes=20, nays=2, abstentions=2)
    writing.write_speech(item, secretary, text="同意", by=clerk, at=at)
    vote = deciding.enter_vote(item, tally, subject="方案", overseer=secretary, counter=clerk, by=clerk, at=at)
    task = deciding.Task("落实", secretary, at.date() + timedelta(days=9))
    decisions = [deciding.decide(item, text=text, tasks=[task], by=clerk, at=at) for text in ("甲", "乙", "丙")]
    removed = agenda.remove_item(agenda.add_item(part, title="误加", by=clerk, at=at), by=clerk, at=at)
    duty = Duty.objects.filter(subject_id=branch.pk, cadence__activity_kind__in=[one.code for one in declared_kinds()])
    return {
        "meeting": meeting.pk, "part": part.pk, "item": item.pk, "spare_item": spare.pk, "vote": vote.pk,
        "decision": decisions[0].pk, "other_decision": decisions[1].pk,
        "follow_up": decisions[1].follow_ups.get().pk, "other_follow_up": decisions[2].follow_ups.get().pk,
        "removed": removed.pk, "ballot_item": agenda.add_item(part, title="选举", stricter=True, by=clerk, at=at).pk,
        "day_part": _held(with_paper, branch, who, at).parts.get().pk,
        "duty": duty.order_by("cadence__code", "opens_on").first().pk, "file": attached(meeting, clerk, at).pk,
        "removed_file": _removed_file(meeting, clerk, at), "owner_kind": ACTIVITY, "finding": "rest-day", "kind": elects,
        "first": 1,
    }  # fmt: skip


def _held(kind: str, branch: Unit, who: dict[str, Person], at) -> Activity:
    starts_at = at - timedelta(hours=2)
    plan = plan_of(kind, branch, starts_at, host=who["secretary"], recorder=who["clerk"])
    return held(plan, planned_at=starts_at, at=at)


def attached(activity: Activity, by: Person, at) -> Attachment:
    """The scanned sheet of this meeting."""
    upload = SimpleUploadedFile("签到表原件.pdf", b"%PDF-1.7")
    return attach(upload, owner_kind=ACTIVITY, owner_id=activity.pk, kind=FileKind.SIGNED_SHEET, by=by, at=at)


def _removed_file(activity: Activity, by: Person, at) -> Any:
    """One that was removed a moment ago."""
    upload = SimpleUploadedFile("误传.pdf", b"%PDF-1.7 wrong")
    wrong = attach(upload, owner_kind=ACTIVITY, owner_id=activity.pk, by=by, at=at)
    remove(wrong, by=by, at=at)
    return wrong.pk


def _of_the_mechanisms(who: dict[str, Person], at) -> dict[str, Any]:
    return {name: thing for _card, doors in brought("doors") for name, thing in doors.things(who, at).items()}


def _table() -> str:
    return json.dumps(read("姓名\t手机号码\n王一\t19900000001", "表.txt").as_json(), ensure_ascii=False)
