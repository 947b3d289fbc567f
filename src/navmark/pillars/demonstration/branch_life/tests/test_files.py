"""Files of a meeting: whoever keeps it adds them, whoever sees it opens them; the record says at its foot what is attached."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.timezone import localdate

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.attachments import actions
from navmark.foundation.attachments.models import Attachment, FileKind
from navmark.foundation.attachments.tests.photographs import a_jpeg
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.sheets import parts, rendering
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, held

PDF = b"%PDF-1.7\nscan"


@pytest.fixture
def meeting(branch, clerk):
    return held(kinds.COMMITTEE, branch, clerk)


@pytest.fixture
def desk(clerk):
    """The clerk's browser."""
    return signed_in(clerk)


def a_file(name="签到表原件.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def upload(client, meeting, *files, kind=FileKind.SIGNED_SHEET):
    address = reverse("attachments:attach", args=[ACTIVITY, meeting.pk])
    return client.post(address, {"kind": kind, "files": list(files)}, follow=True)


def lock(meeting, clerk, secretary):
    record = signing.submit(record_of(meeting), by=clerk, at=DURING)
    signing.lock(record, snapshot=facts.snapshot_of(meeting), by=secretary, at=DURING)


def foot(meeting) -> str:
    return parts.foot(facts.records_of(meeting)[meeting.parts.get()])[-1].text


def test_several_files_are_attached_at_once_and_stand_on_the_page_of_the_meeting(meeting, desk, clerk):
    page = upload(desk, meeting, a_file(), a_file("第二页.pdf", PDF + b"2")).content.decode()

    assert "已添加2个附件" in page
    for words in ("签到表原件.pdf", "第二页.pdf", "签到表原件 ·", clerk.name, "添加了附件"):
        assert words in page
    assert page.count(reverse("attachments:open", args=[Attachment.objects.first().pk])) == 2  # to open and to remove


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("程序.exe", b"MZ", "暂不支持"),
        ("空.pdf", b"", "文件是空的"),
        ("改名.pdf", a_jpeg(), "内容却不是"),
        ("大.pdf", PDF + bytes(actions.LARGEST), "超过20"),
    ],
)
def test_what_cannot_be_kept_is_named_with_its_reason_and_the_others_are_kept(meeting, desk, name, content, why):
    answer = upload(desk, meeting, a_file(), a_file(name, content))

    assert answer.status_code == 422
    assert f"{name}：" in answer.content.decode() and why in answer.content.decode()
    assert [one.name for one in Attachment.objects.all()] == ["签到表原件.pdf"]


@pytest.mark.parametrize("posted", [{}, {"kind": "signed_sheet"}, {"files": 1}, {"kind": "anything", "files": 1}])
def test_a_file_and_what_it_is_are_both_asked_for(meeting, desk, posted):
    values = {key: a_file() if key == "files" else value for key, value in posted.items()}

    assert desk.post(reverse("attachments:attach", args=[ACTIVITY, meeting.pk]), values).status_code == 422
    assert not Attachment.objects.exists()


def test_a_kind_of_owner_that_no_room_knows_does_not_exist(meeting, desk):
    assert desk.get(reverse("attachments:attach", args=["people.person", meeting.pk])).status_code == 404


def test_a_member_opens_a_file_and_neither_adds_nor_removes(branch, clerk):
    meeting = held(kinds.ASSEMBLY, branch, clerk)
    upload(signed_in(clerk), meeting, a_file())
    row = Attachment.objects.get()
    member = signed_in(members_on(branch, localdate()).filter(posts=None).first())

    page = member.get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()
    assert reverse("attachments:open", args=[row.pk]) in page and reverse("attachments:remove", args=[row.pk]) not in page
    assert member.get(reverse("attachments:open", args=[row.pk])).getvalue() == PDF
    assert upload(member, meeting, a_file("又一份.pdf", PDF + b"2")).status_code == 403
    assert member.post(reverse("attachments:remove", args=[row.pk])).status_code == 403
    assert Attachment.objects.get() == row


def test_the_foot_of_the_record_says_what_is_attached_and_names_no_file(meeting, desk):
    assert foot(meeting) == "附件：签到表。"

    upload(desk, meeting, a_file("张小明家长签名.pdf"))
    upload(desk, meeting, a_file("一.jpg", a_jpeg(1)), a_file("二.jpg", a_jpeg(3)), kind=FileKind.PHOTOGRAPH)

    assert foot(meeting) == "附件：签到表、签到表原件、照片2张。"


def test_the_record_of_a_lecture_points_to_its_text(branch, clerk):
    meeting = held(kinds.LECTURE, branch, clerk)
    upload(signed_in(clerk), meeting, a_file("讲稿.pdf"), kind=FileKind.SCRIPT)

    record = facts.records_of(meeting)[meeting.parts.get()]
    assert [one.words for one in record.paper if one.key == "script"] == ["见附件。"]
    assert foot(meeting) == "附件：签到表、讲稿1份。"


def test_a_locked_record_keeps_its_files_takes_supplements_and_prints_the_same(meeting, desk, clerk, secretary):
    upload(desk, meeting, a_file())
    lock(meeting, clerk, secretary)
    part = meeting.parts.get()
    before = rendering.render(facts.records_of(meeting)[part], "pdf")
    row = Attachment.objects.get()
    Attachment.objects.update(uploaded_at=DURING)  # before the lock, which these tests put into the past

    refused = desk.post(reverse("attachments:remove", args=[row.pk]), follow=True).content.decode()
    page = upload(desk, meeting, a_file("盖章件.pdf", PDF + b"2"), kind=FileKind.OTHER).content.decode()

    assert "附件不再删除" in refused
    assert "锁定后补附" in page and page.count("锁定后补附") == 1
    assert Attachment.objects.count() == 2
    assert rendering.render(facts.records_of(meeting)[part], "pdf") == before


def test_a_removed_file_opens_for_nobody_counts_nowhere_and_comes_back(meeting, desk):
    upload(desk, meeting, a_file())
    address, opened, back = (
        reverse(f"attachments:{name}", args=[Attachment.objects.get().pk]) for name in ("remove", "open", "bring_back")
    )

    page = desk.post(address, follow=True).content.decode()
    assert "一天之内可以恢复" in page and "已删除1个附件" in page
    assert (desk.get(opened).status_code, desk.post(address).status_code, foot(meeting)) == (404, 404, "附件：签到表。")
    assert "附件已恢复" in desk.post(back, follow=True).content.decode()
    assert (desk.get(opened).getvalue(), foot(meeting)) == (PDF, "附件：签到表、签到表原件。")


def test_a_cancelled_meeting_asks_for_no_file(branch, clerk):
    meeting = held(kinds.COMMITTEE, branch, clerk)
    page = reverse("branch_life:meeting", args=[meeting.pk])
    assert "添加附件" in signed_in(clerk).get(page).content.decode()

    meeting.state = "cancelled"
    meeting.save()

    assert "添加附件" not in signed_in(clerk).get(page).content.decode()


def test_nothing_chosen_is_said_at_the_field_and_leads_back_to_the_meeting(meeting, desk):
    page = upload(desk, meeting).content.decode()

    assert "文件：请选择文件。" in page
    assert f'<a href="{reverse("branch_life:meeting", args=[meeting.pk])}#attachments">返回</a>' in page
