"""Which person a row of a table is about."""

from django.utils import translation

from navmark.foundation.people.models import ImportAnswer, Person
from navmark.foundation.people.tests.factories import a_class, a_person, a_pupil, a_staff_member
from navmark.foundation.people.tests.importing import an_id_number, answer_for, brought_in, looked_at, outcomes, pasted
from navmark.foundation.tenancy.scope import within

NUMBERED = "姓名 工号 学历"


def test_the_staff_number_tells_two_of_the_same_name_apart(inside):
    first, second = a_staff_member(name="张伟", staff_number="001"), a_staff_member(name="张伟", staff_number="002")

    brought_in(inside, pasted("staff", NUMBERED, "张伟 002 本科"))

    assert (Person.objects.get(pk=first.pk).education, Person.objects.get(pk=second.pk).education) == ("", "本科")


def test_two_new_people_of_the_same_name_with_numbers_of_their_own_are_two(inside):
    report = brought_in(inside, pasted("staff", NUMBERED, "张伟 001 本科", "张伟 002 专科"))

    assert outcomes(report) == ["new", "new"]
    assert set(Person.objects.values_list("staff_number", flat=True)) == {"001", "002"}


def test_the_identity_number_finds_somebody_whose_sheet_has_no_staff_number(inside):
    number = an_id_number(1)
    brought_in(inside, pasted("staff", "姓名 工号 身份证号", f"张伟 001 {number}"))

    brought_in(inside, pasted("staff", "姓名 身份证号 学历", f"张伟 {number.lower()} 硕士"))

    assert Person.objects.get().education == "硕士"


def test_the_pupil_number_finds_the_pupil_and_no_namesake(inside):
    klass = a_class()
    namesake, pupil = a_pupil(klass, name="李雅", pupil_number="G001"), a_pupil(klass, name="李雅", pupil_number="G002")

    brought_in(inside, pasted("pupils", "班级 学籍号 姓名 性别", "一年级(1)班 G002 李雅 女"))

    assert (Person.objects.get(pk=pupil.pk).sex, Person.objects.get(pk=namesake.pk).sex) == ("f", "")


def test_a_pupil_is_not_looked_for_among_the_staff(inside):
    a_staff_member(name="李雅")

    report = brought_in(inside, pasted("pupils", "班级 姓名", "一年级(1)班 李雅"))

    assert outcomes(report) == ["new"]
    assert Person.objects.filter(name="李雅").count() == 2


def test_the_phone_tells_namesakes_apart_where_no_number_does(inside):
    brought_in(inside, pasted("staff", "姓名 工号 手机", "张伟 001 13900000001", "张伟 002 13900000002"))

    brought_in(inside, pasted("staff", "姓名 手机 学历", "张伟 139-0000-0002 本科"))

    assert Person.objects.get(education="本科").staff_number == "002"


def test_a_bare_name_that_two_share_is_asked_and_the_answer_is_kept(inside):
    a_staff_member(name="张伟", staff_number="001")
    meant = a_staff_member(name="张伟", staff_number="002")
    intake = pasted("staff", "姓名 学历", "张伟 本科")
    assert outcomes(looked_at(inside, intake)) == ["question"]

    brought_in(inside, intake, answers=answer_for(inside, intake, meant))

    assert Person.objects.get(education="本科") == meant
    assert ImportAnswer.objects.get().person == meant
    assert outcomes(looked_at(inside, intake)) == ["unchanged"]


def test_somebody_else_of_that_name_is_added_once(inside):
    a_staff_member(name="张伟")
    intake = pasted("staff", "姓名 学历", "张伟 本科")

    brought_in(inside, intake, answers=answer_for(inside, intake, "new"))

    assert Person.objects.filter(name="张伟").count() == 2
    assert outcomes(brought_in(inside, intake)) == ["unchanged"]


def test_a_number_under_another_name_is_asked_before_somebody_is_renamed(inside):
    person = a_staff_member(name="张玮", staff_number="001")
    intake = pasted("staff", NUMBERED, "张伟 001 本科")
    assert outcomes(looked_at(inside, intake)) == ["question"]

    brought_in(inside, intake, answers=answer_for(inside, intake, person))

    assert Person.objects.get().name == "张伟"


def test_two_rows_with_one_identity_number_are_a_problem_of_the_second(inside):
    number = an_id_number(1)

    same = looked_at(inside, pasted("staff", "姓名 工号 身份证号", f"张伟 001 {number}", f"张伟 002 {number}"))
    other = looked_at(inside, pasted("staff", "姓名 工号 身份证号", f"张伟 001 {number}", f"李娜 002 {number}"))

    assert outcomes(same) == outcomes(other) == ["new", "problem"]


def test_a_row_with_the_numbers_of_two_people_is_a_problem_and_no_crash(inside):
    number = an_id_number(1)
    brought_in(inside, pasted("staff", "姓名 工号 身份证号", "张伟 001 _", f"王芳 002 {number}"))

    report = looked_at(inside, pasted("staff", "姓名 工号 身份证号", f"张伟 001 {number}"))

    assert outcomes(report) == ["problem"]
    assert "王芳" in report.lines[0].messages[0]


def test_a_number_that_a_row_above_gave_to_somebody_known_is_not_given_twice(inside):
    number = an_id_number(1)
    a_staff_member(name="张伟", staff_number="001")

    report = looked_at(inside, pasted("staff", "姓名 工号 身份证号", f"张伟 001 {number}", f"李娜 002 {number}"))

    assert outcomes(report) == ["changed", "problem"]


def test_a_number_that_stands_twice_is_told_with_its_field_and_both_names(inside):
    with translation.override("zh-hans"):
        report = looked_at(inside, pasted("staff", NUMBERED, "张伟 001 本科", "李娜 001 本科", "张伟 001 专科"))

    assert outcomes(report) == ["new", "problem", "problem"]
    assert report.lines[1].messages == ("工号：“001”在第2行是张伟，本行却是李娜；一个号码只属于一个人，请改正其中一行。",)
    assert report.lines[2].messages == ("工号：第2行已有张伟；请保留其中一行。",)


def test_of_an_identity_number_that_stands_twice_only_the_end_is_shown(inside):
    number = an_id_number(1)
    with translation.override("zh-hans"):
        report = looked_at(inside, pasted("staff", "姓名 身份证号", f"张伟 {number}", f"李娜 {number}"))

    assert f"“…{number[-4:]}”" in report.lines[1].messages[0] and number not in report.lines[1].messages[0]


def test_a_neighbours_teacher_of_the_same_number_is_nobody_here(inside, neighbour):
    a_staff_member(name="张伟", staff_number="001")

    with within(neighbour):
        report = brought_in(neighbour, pasted("staff", NUMBERED, "张伟 001 本科"))

    assert outcomes(report) == ["new"]
    assert Person.objects.get().education == ""


def test_the_account_that_set_the_school_up_is_recognised_without_a_question(inside):
    founder = a_person(name="王立新")

    report = brought_in(inside, pasted("staff", "姓名 手机 学历", "王立新 13900000001 本科", "张伟 13900000002 专科"))

    assert outcomes(report) == ["changed", "new"]
    assert Person.objects.get(pk=founder.pk).education == "本科"


def test_two_rows_of_the_founders_name_are_asked_about(inside):
    a_person(name="王立新")

    report = looked_at(inside, pasted("staff", "姓名 手机", "王立新 13900000001", "王立新 13900000002"))

    assert outcomes(report) == ["question", "question"]
