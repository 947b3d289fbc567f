"""The staff's table says where somebody works and what she heads: the groups it names are made, the heads are appointed."""

import pytest

from navmark.foundation.people.models import Post, PostKind, Unit, UnitKind, UnitMembership
from navmark.foundation.people.tests.factories import a_unit
from navmark.foundation.people.tests.importing import brought_in, pasted

ROWS = (
    "工号 姓名 职务 教研组 部门 班主任班级",
    "T1 王雅文 数学教研组长 数学教研组 教导处 _",
    "T2 李建国 年级组长 数学教研组 _ 三年级(1)班",
    "T3 张明 四年级组长、教师 _ _ _",
)


@pytest.fixture
def grades(inside):
    return {number: a_unit(UnitKind.GRADE, f"{number}年级", number=number) for number in (3, 4)}


def taken(school, *rows):
    return brought_in(school, pasted("staff", *rows))


def test_groups_and_departments_are_made_once_and_have_their_people(school, grades):
    taken(school, *ROWS)
    taken(school, *ROWS)

    assert Unit.objects.filter(kind__in=("subject_group", "department")).count() == 2
    places = UnitMembership.objects.values_list("unit__name", "person__name")
    assert set(places) == {("数学教研组", "王雅文"), ("数学教研组", "李建国"), ("教导处", "王雅文")}


def test_heads_follow_from_the_words_of_the_position(school, grades):
    taken(school, *ROWS)

    heads = Post.objects.exclude(kind=PostKind.CLASS_TEACHER).values_list("kind", "unit__name", "person__name")
    assert set(heads) == {
        ("subject_head", "数学教研组", "王雅文"),
        ("grade_head", "3年级", "李建国"),
        ("grade_head", "4年级", "张明"),
    }


def test_a_table_that_does_not_call_her_so_takes_no_office_away(school, grades):
    taken(school, *ROWS)
    taken(school, *(row.replace("数学教研组长", "教师") for row in ROWS))

    assert Post.objects.filter(kind=PostKind.SUBJECT_HEAD, to_day__isnull=True).exists()
