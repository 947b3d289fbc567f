"""From the pasted notice to somebody's duty: what was read is proposed, what was confirmed waits, what is wrong stays typed."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from docx import Document

from navmark.foundation.attachments.models import Attachment
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.queries import title_of
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_staff_member, holder, signed_in
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.registers.models import Entry
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.superior_notices.access import ASKS, NOTICES

NEW = reverse("superior_notices:new")
TEXT = """关于报送师德自查材料的通知
青教体字〔2026〕37号
请于12月4日前将《自查汇总表》报送至人事科；12月20日前将自查报告交至区局。
全区培训会定于12月8日召开。"""
FIRST = {"ask0-taken": "1", "ask0-what": "自查汇总表", "ask0-due": "2026-12-04", "ask0-owner": "王老师", "ask0-helper": ""}


@pytest.fixture
def owner(inside):
    a_branch(members=4, probationary=0, committee=3, groups=1)
    establish_programme(at=timezone.now())
    return a_staff_member(name="王老师")


@pytest.fixture
def clerk(owner):
    return signed_in(holder(PostKind.CLERK))


def given(**data):
    return {"received": "2026-11-20", "text": TEXT, "title": "", **data}


def the(register, school):
    with within(school):
        return Entry.objects.get(register__code=register)


def waiting(school, person):
    with within(school):
        rows = Duty.objects.filter(source_kind="entry", subject_id=person.pk, settled="")
        return [(title_of(row), row.due_on) for row in rows]


def test_it_becomes_an_entry_with_what_was_read_and_nothing_waits_yet(clerk, owner, school):
    answer = clerk.post(NEW, given())
    notice = the(NOTICES, school)
    assert notice.title == "关于报送师德自查材料的通知" and notice.day == date(2026, 11, 20)
    page = clerk.get(answer.url).content.decode()
    assert "《自查汇总表》" in page and "自查报告" in page and "全区培训会定于12月8日召开" in page
    assert waiting(school, owner) == []


def test_what_is_confirmed_waits_for_its_owner_who_may_read_the_notice(clerk, owner, school):
    page = clerk.post(NEW, given()).url
    assert clerk.post(page, FIRST).url == page
    ask = the(ASKS, school)
    assert waiting(school, owner) == [("报送：自查汇总表", date(2026, 12, 4))]
    hers = signed_in(owner)
    assert "关于报送师德自查材料的通知" in hers.get(reverse("registers:entry", args=[ask.pk])).content.decode()
    assert hers.get(reverse("registers:entry", args=[the(NOTICES, school).pk])).status_code == 200
    again = clerk.get(page).content.decode()
    assert "ask1-what" in again and "ask2-what" not in again  # one proposal is left, and the empty one
    assert "自查汇总表：王老师，12月4日" in again  # for the group

    more = {"ask1-what": "电子版照片", "ask1-due": "2026-12-06", "ask1-owner": "王老师"}  # what the text does not say has no tick
    assert clerk.post(page, {"ask0-taken": "", **more}).url == page
    assert ("报送：电子版照片", date(2026, 12, 6)) in waiting(school, owner)


def test_what_is_wrong_stands_at_its_field_with_all_that_was_typed(clerk, owner, school):
    page = clerk.post(NEW, given()).url
    answer = clerk.post(page, {**FIRST, "ask0-owner": "无此人", "ask0-what": "改过的名称"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "无此人" in text and "改过的名称" in text
    assert waiting(school, owner) == []


def test_nothing_ticked_is_said(clerk, owner):
    answer = clerk.post(clerk.post(NEW, given()).url, {})
    assert answer.status_code == 422 and "请勾选" in answer.content.decode()


def test_a_file_is_read_and_kept(clerk, owner, school):
    written, content = Document(), BytesIO()
    written.add_paragraph(TEXT)
    written.save(content)
    clerk.post(NEW, given(text="", file=SimpleUploadedFile("通知.docx", content.getvalue())))
    notice = the(NOTICES, school)
    assert notice.title == "关于报送师德自查材料的通知"
    with within(school):
        assert Attachment.objects.get(owner_id=notice.pk).name == "通知.docx"


@pytest.mark.parametrize(
    ("data", "why"),
    [({"text": ""}, "请粘贴通知正文"), ({"text": "", "file": SimpleUploadedFile("扫描.pdf", b"%PDF-1.7")}, "读不出文字")],
)
def test_nothing_to_read_is_said_and_nothing_is_kept(clerk, owner, school, data, why):
    answer = clerk.post(NEW, given(**data))
    assert answer.status_code == 422 and why in answer.content.decode()
    with within(school):
        assert not Entry.objects.exists() and not Attachment.objects.exists()


def test_a_scan_is_kept_where_its_title_is_typed(clerk, owner, school):
    clerk.post(NEW, given(text="", title="关于评选的通知", file=SimpleUploadedFile("扫描.pdf", b"%PDF-1.7")))
    assert the(NOTICES, school).title == "关于评选的通知"
