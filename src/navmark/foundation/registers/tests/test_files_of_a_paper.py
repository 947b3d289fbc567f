"""A question that files answer is answered where it stands: the file hangs there by name, a picture small, and is taken down."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from navmark.foundation.attachments import actions as attachments
from navmark.foundation.attachments.models import Attachment
from navmark.foundation.attachments.tests.photographs import a_png
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.registers import actions
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.listing import List
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.paging import kept
from navmark.foundation.registers.refusals import StepUnfinished
from navmark.foundation.registers.tests.scene import AT, make_register, make_school, step

PAPER = {
    "level": {"type": "line", "label": "级别"},
    "scan": {"type": "file", "label": "证书扫描件", "required": "step:accept"},
    "picture": {"type": "picture", "label": "展板照片"},
}
OK, UNFIT = 200, 422


@pytest.fixture
def here(inside):
    scene = make_school()
    scene.register = make_register("honours", paper=PAPER, title="荣誉登记")
    head = EntryHead(scene.whole, "文明校园", AT.date(), scene.owner)
    scene.entry = actions.add(scene.register, head, {}, by=scene.head, at=AT)
    return scene


def upload(desk, entry, kind, content=b"%PDF-1.7\nhello", name="证书.pdf"):
    told = {"kind": kind, "files": SimpleUploadedFile(name, content)}
    return desk.post(reverse("attachments:attach", args=[ENTRY, entry.pk]), told)


def test_it_is_hung_up_at_its_question_counts_as_answered_and_comes_down_and_back_with_the_file(here):
    desk, page = signed_in(here.head), reverse("registers:entry", args=[here.entry.pk])
    assert 'form="hang-scan"' in desk.get(page).content.decode()
    with pytest.raises(StepUnfinished):
        actions.take(here.entry, step("accept"), {}, by=here.owner, at=AT)

    upload(desk, here.entry, "at:scan")
    upload(desk, here.entry, "at:picture", a_png(), "展板.png")
    scan, picture = Attachment.objects.order_by("uploaded_at")
    values = answers_of(here.entry).values
    assert (values["scan"], values["picture"]) == ((str(scan.pk),), (str(picture.pk),))
    shown = " ".join(desk.get(page).content.decode().split())
    assert shown.count("证书.pdf</a>") == 2 and f'<img src="{reverse("attachments:open", args=[picture.pk])}"' in shown
    assert '<p class="detail"> 证书扫描件 ·' in shown

    attachments.remove(scan, by=here.head, at=AT)
    assert answers_of(here.entry).values.get("scan") is None
    attachments.bring_back(Attachment.fresh(scan.pk), by=here.head, at=AT)
    assert answers_of(here.entry).values["scan"] == (str(scan.pk),)
    actions.take(here.entry, step("accept"), {}, by=here.owner, at=AT)


def test_it_moves_when_the_same_file_answers_another_question(here):
    desk = signed_in(here.head)
    for kind in ("at:scan", "at:picture"):
        upload(desk, here.entry, kind)

    values = answers_of(here.entry).values
    assert values.get("scan") is None and len(values["picture"]) == 1


def test_a_list_says_how_many_and_no_name_of_a_file(here):
    upload(signed_in(here.head), here.entry, "at:scan")
    viewer = a_viewer(here.head)

    (line,) = List(viewer, here.register, kept(viewer, Entry.objects.all())).lines(to_read=True)
    assert "1个文件" in line.cells and not any("证书" in str(cell) for cell in line.cells)


def test_a_place_that_the_paper_has_not_is_no_choice(here):
    assert upload(signed_in(here.head), here.entry, "at:level").status_code == UNFIT
