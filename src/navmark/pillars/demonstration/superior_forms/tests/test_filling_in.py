"""A superior's form is told once what its blanks ask; then it is filled in with what the school knows, for those who may."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side

from navmark.foundation.people.models import Person, PostKind
from navmark.foundation.people.tests.factories import a_branch, a_class, a_post, a_staff_member, a_viewer, holder, signed_in
from navmark.foundation.registers import known
from navmark.foundation.registers.tests.scene import make_school
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.superior_forms.lists import lists_for
from navmark.pillars.demonstration.superior_forms.models import SuperiorForm

INDEX = reverse("superior_forms:index")


@pytest.fixture
def clerk(inside):
    a_branch(members=4, probationary=0, committee=3, groups=1)
    a_class()
    return signed_in(holder(PostKind.CLERK))


def upload():
    book, content = Workbook(), BytesIO()
    for row in (["学校名称", None, "联系电话", None], ["党员人数", None, "班级数", None]):
        book.active.append(row)
    for row in book.active["A1:D2"]:
        for cell in row:
            cell.border = Border(*[Side("thin")] * 4)  # an empty cell without a look is not part of the form
    book.save(content)
    return SimpleUploadedFile("党建统计表.xlsx", content.getvalue())


def at(name, school):
    with within(school):
        return reverse(f"superior_forms:{name}", args=[SuperiorForm.objects.get().pk])


def test_it_is_filled_in_with_what_is_known_and_what_was_typed(clerk, school):
    clerk.post(INDEX, {"file": upload()})
    page = clerk.get(at("form", school)).content.decode()
    assert "党建统计表" in page and "启明实验小学" in page and "联系电话" in page

    told = {"source-0": "school", "typed-0": "", "source-1": "typed", "typed-1": "0532-1234567\x0b转\x018001"}
    told |= {"source-2": "members", "typed-2": "", "source-3": "empty", "typed-3": "不算"}
    answer = clerk.post(at("form", school), told)
    assert answer.url == at("filled", school)

    sheet = load_workbook(BytesIO(b"".join(clerk.get(answer.url)))).active
    assert [cell.value for cell in sheet[1]] == ["学校名称", "启明实验小学", "联系电话", "0532-1234567\n转8001"]
    assert [cell.value for cell in sheet[2]] == ["党员人数", 4, "班级数", None]


def test_a_list_is_chosen_once_and_its_columns_are_known_by_their_headings(clerk, school):
    book, content = Workbook(), BytesIO()
    for row in (["填报人", None], ["序号", "姓名", "备注"], [1, None, None], [2, None, None]):
        book.active.append(row)
    book.save(content)
    clerk.post(INDEX, {"file": SimpleUploadedFile("支委名单.xlsx", content.getvalue())})
    page = clerk.get(at("form", school)).content.decode()
    assert "序号、姓名、备注" in page and '<option value="me" selected>' in page  # 填报人 is known

    answer = clerk.post(at("form", school), {"source-0": "me", "typed-0": "", "area-0": "people.committee"})
    rows = list(load_workbook(BytesIO(b"".join(clerk.get(answer.url)))).active.iter_rows(min_row=3, values_only=True))
    assert [row[0] for row in rows] == [1, 2, 3] and all(row[1] for row in rows) and not any(row[2] for row in rows)

    columns = {"area-0-1": "number", "area-0-2": "name", "area-0-3": "posts"}  # a heading that says it otherwise
    asked = {"source-0": "me", "typed-0": "", "area-0": "people.committee", **columns}
    answer = clerk.post(at("form", school), asked)
    assert "书记" in load_workbook(BytesIO(b"".join(clerk.get(answer.url)))).active["C3"].value

    saved = clerk.post(at("form", school), {**asked, "area-0-3": "sex", "only-save": "1"})
    assert saved.url == at("form", school) and '<option value="sex" selected>' in clerk.get(saved.url).content.decode()
    with within(school):
        Person.objects.update(sex="f")
        head = a_staff_member()
        a_post(head, PostKind.MORAL_HEAD)
        head = signed_in(head)  # who does not manage people
    told = [load_workbook(BytesIO(b"".join(one.get(answer.url)))).active["C3"].value for one in (clerk, head)]
    assert told == ["女", ""]


def test_what_a_blank_asks_is_suggested_by_its_label(clerk, school):
    clerk.post(INDEX, {"file": upload()})
    with within(school):
        told = SuperiorForm.objects.get().sources
    assert sorted(told.values()) == ["classes", "members", "school", "typed"]


def test_a_file_without_blanks_is_refused_and_nothing_is_kept(clerk, school):
    for name in ("说明.txt", "表格.xls", "没有后缀"):
        answer = clerk.post(INDEX, {"file": SimpleUploadedFile(name, "没有空格".encode())})
        assert answer.status_code == 422 and "没有找到要填的空格" in answer.content.decode()
    with within(school):
        assert not SuperiorForm.objects.exists()


def test_a_source_that_there_is_not_is_refused(clerk, school):
    clerk.post(INDEX, {"file": upload()})
    told = {f"source-{n}": "secret" for n in range(4)}
    assert clerk.post(at("form", school), told).status_code == 422


def test_whoever_holds_no_such_office_finds_none(clerk, school):
    clerk.post(INDEX, {"file": upload()})
    with within(school):
        other = signed_in(a_staff_member())
    assert [other.get(INDEX).status_code, other.get(at("filled", school)).status_code] == [403, 404]


def test_no_list_of_what_is_kept_about_children_goes_into_a_form(inside):
    here = make_school()
    assert f"entries.{here.register.code}" in lists_for(a_viewer(here.head))

    here.register.about_children = True
    here.register.save()
    known.renew()
    assert f"entries.{here.register.code}" not in lists_for(a_viewer(here.head))
