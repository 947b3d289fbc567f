"""The import in the browser: what stands below each heading, what was passed over, which row needs a correction."""

import pytest
from django.urls import reverse

from navmark.foundation.people.models import ImportDraft, Person, PostKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in
from navmark.foundation.tenancy.scope import within

SHEET = "教职工花名册\n姓名\t性别\t手机号码\t血型\n王一\t女\t19900000001\tA\n李二\t男\t19900000002\tB\n填表人：赵三"


@pytest.fixture
def clerk(school):
    with within(school):
        a_branch()
        return signed_in(holder(PostKind.CLERK))


def begin(clerk, text):
    answer = clerk.post(reverse("people:import"), {"kind": "staff", "pasted": text, "school_year": "2026"}, follow=True)
    assert answer.status_code == 200
    return answer


def shown(answer):
    return answer.content.decode()


def test_a_heading_is_shown_with_what_stands_below_it(clerk, school):
    begin(clerk, SHEET)
    with within(school):
        draft = ImportDraft.objects.get()
    html = shown(clerk.get(reverse("people:import-headings", args=[draft.pk])))

    assert "19900000001 · 19900000002" in html and "A · B" in html


def test_a_line_taken_for_a_remark_is_named_and_an_unknown_column_kept(clerk):
    html = shown(begin(clerk, SHEET))

    assert "填表人：赵三" in html and "血型" in html


def test_a_bad_cell_names_row_and_field_and_nothing_can_be_imported(clerk, school):
    html = shown(begin(clerk, SHEET.replace("19900000002", "1990000")))

    assert "李二" in html and "手机" in html and 'name="commit"' not in html
    with within(school):
        assert not Person.objects.filter(name__in=("王一", "李二")).exists()


def test_what_was_shown_is_imported_and_again_changes_nothing(clerk, school):
    begin(clerk, SHEET)
    with within(school):
        draft = ImportDraft.objects.get()
    page = reverse("people:import-preview", args=[draft.pk])
    digest = shown(clerk.get(page)).split('name="shown" value="')[1].split('"')[0]
    done = shown(clerk.post(page, {"commit": "1", "shown": digest}))
    assert f'href="{reverse("people:import")}?kind=pupils"' in done and "接着导入学生名册" in done  # none stands here yet

    with within(school):
        assert Person.objects.filter(name__in=("王一", "李二")).count() == 2
    assert "不会有变化" in shown(begin(clerk, SHEET)) or "无变动" in shown(begin(clerk, SHEET))


def test_a_sheet_that_changed_after_it_was_shown_is_not_imported(clerk, school):
    begin(clerk, SHEET)
    with within(school):
        draft = ImportDraft.objects.get()
    clerk.post(reverse("people:import-preview", args=[draft.pk]), {"commit": "1", "shown": "0" * 64})

    with within(school):
        assert not Person.objects.filter(name="王一").exists()


def test_a_sheet_of_headings_alone_is_said_to_hold_no_row(clerk):
    html = shown(begin(clerk, "姓名\t性别\t任教学科"))

    assert 'name="commit"' not in html and "请修改表格后重新选择" in html


def test_a_column_that_is_missing_is_named_at_once(clerk):
    html = shown(begin(clerk, "教员\t工号\t性别\n王一\t001\t女"))

    assert "表中没有认出这一列：姓名" in html and "请在下面指出是哪一列" in html
