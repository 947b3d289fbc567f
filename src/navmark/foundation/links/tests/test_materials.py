"""What is read stands once where it was put, and in one list: by kind, year, tag and words, for whoever may see it there."""

from datetime import date

import pytest
from django.urls import reverse

from navmark.foundation.attachments.models import Attachment, FileKind
from navmark.foundation.links import known
from navmark.foundation.links.actions import TagSpec, establish
from navmark.foundation.links.materials import WantedMaterials, materials, wanted
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.registers import actions
from navmark.foundation.registers import known as registers
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.tests.scene import AT, make_register, make_school

LINE = {"type": "line", "label": "x"}
PAPER = {
    "materials": {
        "type": "rows",
        "label": "学习篇目",
        "columns": {"title": {**LINE, "label": "篇目"}, "source": {**LINE, "label": "出处"}},
    },
    "book": {**LINE, "label": "书目"},
}


@pytest.fixture
def here(inside):
    scene = make_school()
    establish([TagSpec("hometown", "家乡")], programme="small", at=AT)
    scene.plan = make_register("plan", paper=PAPER, title="学习计划", campaign="optional")
    return scene


def a_plan(here, title, day, *tags, **given):
    return actions.add(here.plan, EntryHead(here.whole, title, day, here.owner, tags=tags), given, by=here.head, at=AT)


def a_file(entry, name, **about):
    known = {"media_type": "application/pdf", "size": 1, "path": name, "uploaded_by": entry.made_by, "uploaded_at": AT}
    return Attachment.objects.create(owner_kind=ENTRY, owner_id=entry.pk, name=name, sha256=name[:64], **known | about)


def test_files_titles_and_links_stand_in_one_list_with_where_they_are_from(here):
    (tag,) = known.tags()
    rows = ({"title": "准则", "source": "学习读本"}, {"title": "网课", "source": "https://example.org/1"}, {})
    older = a_plan(here, "十月学习", date(2025, 10, 9), materials=rows)
    newer = a_plan(here, "聊书", AT.date(), tag, book="红岩")
    script = a_file(newer, "讲稿.pdf", kind=FileKind.SCRIPT)
    a_file(newer, "签到表.pdf", kind=FileKind.SIGNED_SHEET), a_file(newer, "旧.pdf", kind=FileKind.SCRIPT, removed_at=AT)
    viewer = a_viewer(here.head)

    found = materials(viewer)
    told = [(one.sort, one.title, one.note, one.page, one.thing.pk) for one in found]
    assert sorted(told[:2]) == [
        ("file", "讲稿.pdf", "", reverse("attachments:open", args=[script.pk]), newer.pk),
        ("title", "红岩", "", "", newer.pk),
    ]
    assert told[2:] == [
        ("title", "准则", "学习读本", "", older.pk),
        ("address", "网课", "https://example.org/1", "https://example.org/1", older.pk),
    ]
    for ask, titles in (
        (WantedMaterials("红"), {"红岩"}),
        (WantedMaterials("十月"), {"准则", "网课"}),
        (WantedMaterials(year=2025, sort="title"), {"准则"}),
        (WantedMaterials(tag=tag), {"讲稿.pdf", "红岩"}),
        (WantedMaterials(what="别的"), set()),
    ):
        assert {one.title for one in wanted(viewer, found, ask)} == titles


def test_it_is_as_narrow_as_where_it_hangs_and_shows_nothing_about_a_child(here):
    entry = a_plan(here, "学习", AT.date(), book="红岩")
    a_file(entry, "准则.pdf", kind=FileKind.MATERIAL)
    assert materials(a_viewer(here.colleague)) == [] and len(materials(a_viewer(here.owner))) == 2

    desk, page = signed_in(here.head), reverse("links:materials")
    shown = desk.get(page, {"q": "准则"}).content.decode()
    assert "准则.pdf" in shown and "红岩" not in shown and "学习计划" in shown
    assert (
        "没有符合条件的资料" in desk.get(page, {"q": "x' --", "year": "x", "tag": "x", "sort": "x", "page": "x"}).content.decode()
    )
    here.plan.about_children = True
    here.plan.save()
    registers.renew()
    assert materials(a_viewer(here.head)) == [] and "还没有学习资料" in desk.get(page).content.decode()


def test_the_list_costs_the_same_for_one_thing_and_for_eight(here, django_assert_num_queries):
    viewer = a_viewer(here.head)
    for count in (1, 8):
        for number in range(count):
            a_file(a_plan(here, f"{count}-{number}", AT.date(), book="红岩"), f"{count}-{number}.pdf", kind=FileKind.MATERIAL)
        materials(viewer)  # who she is, and which registers there are
        with django_assert_num_queries(3):
            assert len(materials(viewer)) >= 2 * count
