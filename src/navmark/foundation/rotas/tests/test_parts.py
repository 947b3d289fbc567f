"""A kind from data joins a gathering: it is a part of it, with the paper, the turn, the sheet and the line of its own."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from navmark.foundation.activities import attendance, kinds
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions import actions
from navmark.foundation.activities.occasions.tests import scene
from navmark.foundation.activities.part_papers import papers_of, write
from navmark.foundation.activities.register.columns import OccasionRegister, counted
from navmark.foundation.cadence.cadences import establish
from navmark.foundation.cadence.models import Duty, Fulfilment
from navmark.foundation.cadence.specs import CadenceSpec, PeriodKind, Subject
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.links import known
from navmark.foundation.links.actions import TagSpec
from navmark.foundation.links.actions import establish as establish_tags
from navmark.foundation.links.linkable import linkable
from navmark.foundation.links.materials import materials
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.rotas.models import Turn, TurnState
from navmark.foundation.rotas.tests.scene import make_rota

MEETING = {
    "title": "教职工例会", "unit_kind": "school", "expected": ["staff"], "planners": ["moral_head"],
    "keepers": ["moral_head", "recorder"], "readers": ["staff"],
}  # fmt: skip
BOOK = {
    "title": "聊书", "unit_kind": "school", "expected": ["staff"], "counted": True, "numbered": True,
    "planners": ["moral_head"], "keepers": ["moral_head", "recorder"], "readers": ["staff"], "joins": ["meeting"],
}  # fmt: skip
ASKED = {
    "topic": {"type": "line", "label": "聊的话题", "required": "before"},
    "speaker": {"type": "person", "of": "staff", "label": "主讲", "default": "rota"},
    "account": {"type": "paragraph", "label": "聊书记录", "required": "before"},
    "materials": {"type": "file", "label": "讲稿、课件"},
    "book": {"type": "line", "label": "书目"},
    "hours": {"type": "number", "label": "学时", "default": "length"},
    "hometown": {"type": "yes_no", "label": "说到家乡"},
}
OWN = {"arranged": {"type": "paragraph", "label": "近期工作安排"}, "materials": {"type": "file", "label": "会议材料"}}


@pytest.fixture
def here(inside):
    """The meeting is kept without a theme; the colleague speaks this week."""
    made = scene.make_school()
    scene.make_kind("meeting", OWN, **MEETING)
    scene.make_kind("book", ASKED, **BOOK)
    made.rota = make_rota(
        "book", title="聊书轮值", unit_kind="school", among="list", order="fixed", every="week", keepers=["moral_head"],
        activity_kind="book", field="speaker",
    )  # fmt: skip
    today = timezone.localdate()
    made.turn = Turn.objects.create(
        rota=made.rota, unit=made.whole, period_key=f"{today:%G-W%V}", starts_on=today - timedelta(days=2),
        ends_on=today + timedelta(days=2), person=made.colleague, by_order=made.colleague.pk, state=TurnState.CONFIRMED,
        changed_at=timezone.now(),
    )  # fmt: skip
    return made


def typed(**values):
    return {"day": timezone.localdate().isoformat(), "start": "00:01", "end": "00:40", "sure": "1", "place": "会议室"} | values


def planned(here):
    head = signed_in(here.moral_head)
    told = typed(together=["book"], topic_book="一间辞书的教室", recorder=here.moral_head.name)
    assert head.post(reverse("activities:plan", args=["meeting"]), told).status_code == 302
    return head, Activity.objects.get()


def part_of(activity):
    return activity.parts.get(kind="book")


def test_the_plan_gives_the_part_its_theme_its_speaker_its_number_and_its_turn(here):
    head, activity = planned(here)
    part, paper = part_of(activity), papers_of(activity)[part_of(activity).pk]

    assert [one.kind for one in activity.parts.all()] == ["meeting", "book"] and (part.topic, part.number) == (
        "一间辞书的教室",
        1,
    )
    assert (paper.values["topic"], paper.values["speaker"]) == ("一间辞书的教室", str(here.colleague.pk))
    assert "hours" not in paper.values  # the gathering's length is not that of its part
    here.turn.refresh_from_db()
    assert here.turn.activity == activity

    change = reverse("activities:change", args=[activity.pk])
    head.post(change, typed(together=["book"], topic_book="第五十六号教室的奇迹"))
    assert papers_of(Activity.fresh(activity.pk))[part.pk].values["topic"] == "第五十六号教室的奇迹"
    write(part_of(activity), {"topic": "爱的教育"}, by=here.moral_head, at=timezone.now())
    actions.note_topic(part_of(activity))
    head.post(change, typed(together=["book"], topic_book=""))
    assert part_of(activity).topic == "爱的教育"

    head.post(change, typed(together=[]))
    here.turn.refresh_from_db()
    assert here.turn.activity is None and [one.kind for one in Activity.fresh(activity.pk).parts.all()] == ["meeting"]


def test_one_record_holds_it_its_own_sheet_its_register_and_its_duty_count_it_once(here):
    monthly = CadenceSpec("book", "聊书", "book", PeriodKind.MONTH, Subject("unit:school"))
    establish([monthly], active_from=timezone.localdate().replace(day=1))
    sweep(on=timezone.localdate(), at=timezone.now())
    head, activity = planned(here)
    duty, part = Duty.objects.filter(cadence__isnull=False).earliest("opens_on"), part_of(activity)
    assert duty.page == reverse("activities:occasion", args=[activity.pk])
    to_plan = head.get(reverse("activities:plan_for_duty", args=[duty.pk]))["Location"]
    assert to_plan.startswith(reverse("activities:plan", args=["meeting"])) and to_plan.endswith("join=book")
    with pytest.raises(actions.Unfinished) as refusal:
        actions.finish(activity, by=here.moral_head, at=timezone.now())
    assert [one.anchor for one in refusal.value.lacks] == ["#roll", f"#part-{part.pk}"]

    write(part, {"account": "七位教师谈了自己的一节课。"}, by=here.moral_head, at=timezone.now())
    attendance.all_others_present(activity, by=here.moral_head, at=timezone.now())
    page = head.get(reverse("activities:occasion", args=[activity.pk])).content.decode()
    assert reverse("activities:write_part", args=[part.pk]) in page and "一间辞书的教室" in page
    sheets = [("sheet", activity.pk), ("part_sheet", part.pk)]
    for name, pk in sheets:
        body = b"".join(head.get(reverse(f"activities:{name}", args=[pk])))
        assert "七位教师谈了自己的一节课" in PdfReader(io.BytesIO(body)).pages[0].extract_text().replace("\n", "")

    done = actions.finish(activity, by=here.moral_head, at=timezone.now())
    assert Fulfilment.objects.filter(source_id=part.pk, duty=duty).count() == 1
    rows = counted(Activity.objects.filter(pk=done.pk).prefetch_related("parts"))
    (line,) = OccasionRegister(kinds.kind("book"), list(rows), on=done.day).lines(to_read=True)
    assert line.cells[:4] == (done.day, 1, "一间辞书的教室", here.colleague.name) and line.cells[-2:] == (4, 4)
    refused = head.post(reverse("activities:write_part", args=[part.pk]), {"topic": "改"}, headers={"X-Autosave": "1"})
    assert refused.status_code == 422


def test_a_file_hangs_at_the_question_of_its_part_and_what_it_reads_and_carries_is_found(here):
    head, activity = planned(here)
    page = head.get(reverse("activities:occasion", args=[activity.pk])).content.decode()
    assert page.count('id="hang-materials"') == page.count('id="hang-book.materials"') == page.count('id="id_materials"') == 1

    script = SimpleUploadedFile("讲稿.pdf", b"%PDF-1.7\nscript")
    head.post(reverse("attachments:attach", args=[ACTIVITY, activity.pk]), {"kind": "at:book.materials", "files": [script]})
    assert len(papers_of(Activity.fresh(activity.pk))[part_of(activity).pk].values["materials"]) == 1

    establish_tags([TagSpec("hometown", "家乡")], programme="small", at=timezone.now())
    (tag,), viewer = known.tags(), a_viewer(here.colleague)
    assert linkable(ACTIVITY).tagged(viewer, tag) == []
    write(part_of(activity), {"book": "红岩", "hometown": True}, by=here.moral_head, at=timezone.now())
    assert [one.pk for one in linkable(ACTIVITY).tagged(viewer, tag)] == [activity.pk]
    found = {one.title: one.thing for one in materials(viewer)}
    assert {one.pk for one in found.values()} == {activity.pk} and found.keys() == {"讲稿.pdf", "红岩"}
    assert (found["红岩"].what, found["红岩"].about) == ("聊书", "一间辞书的教室")
    assert not answers_of(activity).values.get("materials")
