"""What stands on the pages of people: offices with their class, a school's dates, forms that open with what is known."""

from datetime import date

import pytest
from django.urls import reverse

from navmark.foundation.people.models import CommitteeTerm, Person, PostKind, Precision, Status
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_post,
    a_staff_member,
    a_status,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.ui.tests.markup import tight


@pytest.fixture
def office(inside):
    return signed_in(an_administrator())


def text(client, name, *args, query="") -> str:
    return client.get(reverse(name, args=args) + query).content.decode()


def test_ones_own_account_names_the_class(inside):
    teacher = a_staff_member()
    a_post(teacher, PostKind.CLASS_TEACHER, unit=a_class(entry_year=date.today().year - 1, number=3))

    page = text(signed_in(teacher), "people:account")

    assert "年级(3)班</dd>" in page
    assert "教职工、任课教师" in page and "单位负责人" not in page  # what she is; not each circle that serves a rule


def test_dates_are_written_as_a_school_writes_them(office):
    person, branch = a_staff_member(born=date(1986, 6, 1), born_precision=Precision.MONTH), a_branch(members=3)
    row = a_status(person, branch, Status.PROBATIONARY, from_day=date(2019, 6, 20))
    row.to_day = date(2020, 6, 19)
    row.save()
    a_status(person, branch, Status.FULL, from_day=date(2020, 6, 20))

    shown = text(office, "people:person", person.pk)

    assert "<dd>1986年6月</dd>" in shown
    assert "2019年6月20日—2020年6月19日" in shown
    assert "2020年6月20日起" in shown
    assert "1986-06" not in shown


def test_a_persons_name_is_labelled_as_one(office):
    assert ">姓名</label>" in text(office, "people:add").replace("\n", "")


def test_no_post_is_chosen_beforehand(office):
    person = a_staff_member()
    page = reverse("people:begin", args=[person.pk, "posts"])

    assert '<option value="" selected>请选择</option>' in office.get(page).content.decode()
    assert office.post(page, {"from_day": "2026-11-01"}).status_code == 422


def test_the_form_of_the_term_opens_with_the_known_one(office):
    branch = a_branch(members=3)
    CommitteeTerm.objects.create(branch=branch, number=4, elected_on=date(2024, 3, 8), due_on=date(2027, 3, 8))

    shown = text(office, "people:term", branch.pk)

    assert 'value="4"' in shown and 'value="2024-03-08"' in shown and 'value="2027-03-08"' in shown


def test_members_are_read_out_by_party_post_then_strokes(office):
    branch = a_branch(members=9, probationary=2, committee=3)

    shown = tight(text(office, "people:list", query="?tab=members"))

    order = [holder(kind).name for kind in (PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY, PostKind.ORGANISATION)]
    places = [shown.index(f">{name}</a>") for name in order]
    assert places == sorted(places)
    first = shown.index('<tbody><tr><th scope="row">')
    assert shown.index(order[0]) < first + 200
    assert branch.name


def test_what_can_end_leads_to_the_step_that_ends_it(office):
    person = a_staff_member()
    post = a_post(person, PostKind.PRINCIPAL)

    assert reverse("people:end", args=[person.pk, "posts", post.pk]) in text(office, "people:person", person.pk)


def test_adding_a_person_asks_for_little_and_keeps_the_rest_behind_one_line(office, inside):
    branch = a_branch(members=3, clerk=False)
    page = text(office, "people:add")
    at_once, _summary, behind = page.partition("更多信息</summary>")
    assert all(f">{label}" in at_once for label in ("姓名", "性别", "联系电话", "职务"))
    assert all(f">{label}" in behind for label in ("出生日期", "工号", "民族", "学历", "任教学科"))
    assert page.count(" required") == 1  # the name
    assert "书记" not in at_once.partition("职务")[2]  # an office of Party members

    answer = office.post(reverse("people:add"), {"name": "新来的", "sex": "f", "phone": "13800001111", "post": "clerk"})

    new = Person.objects.get(name="新来的")
    assert answer.url == reverse("people:person", args=[new.pk])
    assert new.phone == "13800001111"
    assert new.posts.get().unit == branch
    assert new.engagements.get().kind == "staff"

    answer = office.post(reverse("people:add"), {"name": "新来的", "phone": "13800001111"})
    again = Person.objects.exclude(pk=new.pk).get(name="新来的")
    assert answer.url == reverse("people:merge", args=[new.pk, again.pk])  # at once, not at the next look at the list


def test_a_refused_answer_behind_the_line_opens_it(office):
    answer = office.post(reverse("people:add"), {"name": "新来的", "born": "去年"})

    assert answer.status_code == 422
    assert '<details class="more" open>' in answer.content.decode()


def test_a_new_password_is_called_one(office, inside):
    assert ">新密码</label>" in text(office, "people:account").replace("\n", "")
