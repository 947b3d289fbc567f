"""监护人, 关系 and 电话 in the pupils' table make guardians; who is known here already is asked about once."""

import pytest

from navmark.foundation.people.identity import indexed
from navmark.foundation.people.models import Engagement, EngagementKind, Guardianship, Person
from navmark.foundation.people.tests.factories import a_staff_member
from navmark.foundation.people.tests.importing import answer_for, brought_in, looked_at, outcomes, pasted

ONE = "班级 姓名 学籍号 监护人 关系 电话"
CHILD = "一年级1班 张小南 G1 李秀英 母亲 13900000011"
TWO = "班级 姓名 学籍号 监护人 关系 电话 监护人 关系 电话"


def guardians() -> set[tuple[str, str, str, str]]:
    rows = Guardianship.objects.select_related("guardian", "child")
    return {(row.child.name, row.guardian.name, row.relation, row.guardian.phone) for row in rows}


def test_a_guardian_with_relation_and_a_sealed_phone(inside):
    report = brought_in(inside, pasted("pupils", ONE, CHILD))

    assert guardians() == {("张小南", "李秀英", "母亲", "13900000011")}
    assert Engagement.objects.filter(person__name="李秀英", kind=EngagementKind.GUARDIAN).exists()
    assert Person.objects.get(name="张小南").phone == ""
    assert "13900000011" not in str(report.as_json())
    assert "…0011" in looked_at(inside, pasted("pupils", ONE, CHILD)).lines[0].cells


def test_the_same_table_again_changes_nothing(inside):
    brought_in(inside, pasted("pupils", ONE, CHILD))

    assert brought_in(inside, pasted("pupils", ONE, CHILD)).changes_nothing


@pytest.mark.parametrize(
    "heading", [TWO, "班级 姓名 学籍号 监护人1姓名 监护人1关系 监护人1电话 监护人2姓名 监护人2关系 监护人2电话"]
)
def test_two_of_them(inside, heading):
    brought_in(inside, pasted("pupils", heading, f"{CHILD} 张建国 父亲 13900000012"))

    assert guardians() == {("张小南", "李秀英", "母亲", "13900000011"), ("张小南", "张建国", "父亲", "13900000012")}


def test_father_and_mother_in_columns_of_their_own(inside):
    brought_in(
        inside, pasted("pupils", "班级 姓名 学籍号 父亲姓名 父亲电话 母亲姓名", "一年级1班 张小南 G1 张建国 13900000012 李秀英")
    )

    assert guardians() == {("张小南", "张建国", "父亲", "13900000012"), ("张小南", "李秀英", "母亲", "")}


def test_brother_and_sister_have_one_mother(inside):
    brought_in(inside, pasted("pupils", ONE, CHILD, "三年级1班 张小北 G2 李秀英 母亲 13900000011"))

    assert Person.objects.filter(name="李秀英").count() == 1 and Guardianship.objects.count() == 2


def test_a_colleague_of_the_name_is_asked_about_once(inside):
    teacher = a_staff_member(name="李秀英")
    sibling = "三年级1班 张小北 G2 李秀英 母亲 13900000011"
    table = pasted("pupils", ONE, CHILD, sibling)
    assert outcomes(looked_at(inside, table)) == ["question", "question"]

    brought_in(inside, table, answers=answer_for(inside, table, teacher))

    assert set(Guardianship.objects.values_list("guardian", flat=True)) == {teacher.pk}
    later = pasted("pupils", ONE, "二年级1班 张小西 G3 李秀英 母亲 13900000011")
    assert outcomes(looked_at(inside, later)) == ["new"]


def test_somebody_else_of_the_name_is_another_person(inside):
    teacher = a_staff_member(name="李秀英")
    table = pasted("pupils", ONE, CHILD)

    brought_in(inside, table, answers=answer_for(inside, table, "new"))

    assert Guardianship.objects.get().guardian != teacher
    assert brought_in(inside, table).changes_nothing


def test_a_colleague_with_name_and_phone_is_the_guardian_and_keeps_her_phone(inside):
    teacher = a_staff_member(name="李秀英")
    teacher.phone = "13900000011"
    indexed(teacher).save()

    brought_in(inside, pasted("pupils", ONE, CHILD))
    brought_in(inside, pasted("pupils", ONE, CHILD.replace("0011", "0099")))

    teacher.refresh_from_db()
    assert Guardianship.objects.get().guardian == teacher and teacher.phone == "13900000011"


def test_a_new_phone_and_a_corrected_relation_are_changes(inside):
    brought_in(inside, pasted("pupils", ONE, CHILD))

    report = brought_in(inside, pasted("pupils", ONE, CHILD.replace("0011", "0022").replace("母亲", "外祖母")))

    assert guardians() == {("张小南", "李秀英", "外祖母", "13900000022")}
    assert [(change.before, change.after) for change in report.lines[0].changes] == [("…0011", "…0022"), ("母亲", "外祖母")]


def test_a_phone_without_a_name_is_refused_and_without_any_guardian_it_is_the_pupils(inside):
    assert outcomes(looked_at(inside, pasted("pupils", ONE, "一年级1班 张小南 G1 _ _ 13900000011"))) == ["problem"]

    brought_in(inside, pasted("pupils", ONE, CHILD))
    brought_in(inside, pasted("pupils", "班级 姓名 学籍号 电话", "一年级1班 张小北 G2 13900000077"))
    assert Person.objects.get(name="张小北").phone == "13900000077"
