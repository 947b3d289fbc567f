"""What a table says of somebody is kept as it was written: rare characters, numbers with their zeros, columns nobody knows."""

import pytest

from navmark.foundation.people.importing.intake import intake_of
from navmark.foundation.people.models import Engagement, PartyStatus, Person, Post, RememberedHeading
from navmark.foundation.people.tests.factories import a_branch
from navmark.foundation.people.tests.importing import ON, brought_in, looked_at, outcomes, pasted
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.writing import Field, Worksheet, workbook


def test_rare_characters_and_dots_in_names_are_kept(inside):
    brought_in(inside, pasted("staff", "姓名 工号", "𠮷野文 001", "买买提·艾力 002", "﨑本 003"))

    assert set(Person.objects.values_list("name", flat=True)) == {"𠮷野文", "买买提·艾力", "﨑本"}


@pytest.mark.parametrize("dot", "•・‧∙⋅･")
def test_a_name_is_found_again_whichever_dot_was_typed(inside, dot):
    brought_in(inside, pasted("staff", "姓名 工号", "买买提·艾力 002"))

    assert outcomes(looked_at(inside, pasted("staff", "姓名 工号", f"买买提{dot}艾力 002"))) == ["unchanged"]


def test_a_common_character_is_not_taken_for_the_rare_one(inside):
    brought_in(inside, pasted("staff", "姓名 手机", "𠮷野文 13900000001"))

    assert outcomes(looked_at(inside, pasted("staff", "姓名 手机", "吉野文 13900000001"))) == ["new"]


def test_numbers_stay_text_with_their_zeros(inside):
    fields = [Field("姓名"), Field("工号", "identifier"), Field("手机", "integer")]
    content = workbook([Worksheet("教职工", fields, [("张伟", "0007", 13900000001)])])

    brought_in(inside, intake_of("staff", read(content, "花名册.xlsx"), school_year=2026))

    person = Person.objects.get()
    assert (person.staff_number, person.phone) == ("0007", "13900000001")


def test_a_number_that_lost_its_digits_is_refused_and_not_guessed(inside):
    report = looked_at(inside, pasted("pupils", "班级 学籍号 姓名", "一年级(1)班 3.30102E+18 赵一"))

    assert outcomes(report) == ["problem"]


def test_unknown_columns_are_kept_under_their_own_headings(inside):
    brought_in(inside, pasted("staff", "姓名 工号 血型 籍贯", "张伟 001 O型 杭州"))

    brought_in(inside, pasted("staff", "姓名 工号 血型", "张伟 001 A型"))

    assert Person.objects.get().extras == {"血型": "A型", "籍贯": "杭州"}


def test_the_serial_number_of_a_line_is_no_fact_about_anybody(inside):
    brought_in(inside, pasted("staff", "序号 姓名 工号", "1 张伟 001"))

    assert Person.objects.get().extras == {}


def test_a_blank_cell_wipes_nothing_out(inside):
    brought_in(inside, pasted("staff", "姓名 工号 手机 学历", "张伟 001 13900000001 本科"))

    report = brought_in(inside, pasted("staff", "姓名 工号 手机 学历", "张伟 001 _ _"))

    person = Person.objects.get()
    assert outcomes(report) == ["unchanged"]
    assert (person.phone, person.education) == ("13900000001", "本科")


def test_a_month_does_not_overwrite_the_day_in_it(inside):
    brought_in(inside, pasted("staff", "姓名 工号 出生日期", "张伟 001 1985-03-12"))

    assert outcomes(looked_at(inside, pasted("staff", "姓名 工号 出生年月", "张伟 001 1985年3月"))) == ["unchanged"]
    assert outcomes(looked_at(inside, pasted("staff", "姓名 工号 出生年月", "张伟 001 1985年4月"))) == ["changed"]


def test_the_preview_shows_only_the_end_of_what_is_sealed(inside):
    brought_in(inside, pasted("staff", "姓名 工号 手机", "张伟 001 13900000001"))

    change = looked_at(inside, pasted("staff", "姓名 工号 手机", "张伟 001 13900001234")).lines[0].changes[0]

    assert (change.before, change.after) == ("…0001", "…1234")


def test_a_heading_explained_once_is_understood_next_time(inside):
    table = read("教员\t编码甲\n张伟\t001", "粘贴.txt")
    brought_in(inside, intake_of("staff", table, school_year=2026, chosen={"教员": "name", "编码甲": "staff_number"}))

    assert RememberedHeading.objects.get(heading="教员").field == "name"
    assert outcomes(looked_at(inside, intake_of("staff", table, school_year=2026))) == ["unchanged"]


def test_who_has_retired_by_the_remark_holds_no_office(inside):
    intake = pasted("staff", "姓名 工号 职务 备注", "张伟 001 校长 已退休")

    brought_in(inside, intake)

    assert Engagement.objects.get().leaving == "retired"
    assert not Post.objects.exists()
    assert outcomes(looked_at(inside, intake)) == ["unchanged"]


def test_an_office_of_one_passes_from_one_holder_to_the_next(inside):
    brought_in(inside, pasted("staff", "姓名 工号 职务", "张伟 001 教导主任", "李娜 002 校长"))
    a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)
    brought_in(inside, pasted("members", "姓名 工号 人员类别 党内职务", "张伟 001 正式党员 书记"))

    brought_in(inside, pasted("members", "姓名 工号 人员类别 党内职务", "李娜 002 正式党员 书记"))

    now, before = Post.objects.on(ON).get(kind="secretary"), Post.objects.get(kind="secretary", to_day__isnull=False)
    assert (now.person.name, before.person.name) == ("李娜", "张伟")
    assert before.to_day < now.from_day == ON


def test_a_list_of_applicants_takes_no_membership_away(inside):
    a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)
    brought_in(inside, pasted("members", "姓名 工号 人员类别", "张伟 001 正式党员"))

    brought_in(inside, pasted("staff", "姓名 工号 政治面貌", "张伟 001 入党积极分子"))

    assert PartyStatus.objects.get().status == "full"
