import argparse
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from navmark.foundation.people.actions import found_school
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.tenancy.scope import within
from navmark.project import importing
from navmark.project.commands import facts, import_
from navmark.project.facts import facts_of
from navmark.project.refusals import Refused

STAFF = "姓名\t性别\t出生年月\t职务\t手机号码\n王一\t女\t1986.06\t校长\t19900000001\n李二\t男\t1990.01\t教师\t19900000002"
MEMBERS = (
    "姓名\t人员类别\t加入党组织日期\t转为正式党员日期\t联系电话\t党内职务\t党小组\n"
    "王一\t正式党员\t2013-01-28\t2014-01-28\t19900000001\t书记\t第一党小组"
)


@pytest.fixture
def founded(db):
    return found_school(
        name="启明小学", branch_name="中共启明小学支部委员会", in_use_since=date(2026, 9, 1), at=datetime(2026, 9, 1, tzinfo=UTC)
    ).school


def _sheet(tmp_path, text):
    path = tmp_path / "table.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_two_sheets_make_one_person_and_what_is_due_stands_on_her_today_at_once(founded, tmp_path):
    importing.import_file(_sheet(tmp_path, STAFF), "staff", dry_run=False)
    report = importing.import_file(_sheet(tmp_path, MEMBERS), "members", dry_run=False)
    with within(founded):
        page = signed_in(holder(PostKind.SECRETARY)).get("/").content.decode()
    found = facts_of(founded, on=timezone.localdate())

    assert report.ready
    assert (found["staff"], found["members"], found["committee"], found["party_groups"]) == (2, 1, 1, 1)
    assert "主题党日" in page and "安排" in page and "支委会" not in page  # nobody stands beside her
    assert found["duties_due"] + found["duties_late"] > 0
    assert [found[name] for name in ("articles", "honours", "rectifications_open", "rotas_kept", "tours", "lines")] == [0] * 6


def test_a_dry_run_changes_nothing(founded, tmp_path):
    before = facts_of(founded, on=founded.in_use_since)

    assert importing.import_file(_sheet(tmp_path, STAFF), "staff", dry_run=True).ready
    assert facts_of(founded, on=founded.in_use_since) == before


def test_a_bad_row_names_itself_and_nothing_is_imported(founded, tmp_path):
    bad = STAFF + "\n张三\t女\t1986年13月\t教师\t19900000003"

    report = importing.import_file(_sheet(tmp_path, bad), "staff", dry_run=False)

    assert not report.ready
    assert report.open_lines[0].about == "张三"
    assert facts_of(founded, on=founded.in_use_since)["staff"] == 0


def test_a_wrong_sheet_and_an_office_that_changes_hands_want_somebody_sure(founded, tmp_path):
    wishes = _sheet(tmp_path, "所在地\t姓名\t微心愿\n东岭\t宋一\t一个书包")
    with pytest.raises(Refused, match="--sure"):
        importing.import_file(wishes, "staff", dry_run=False)
    importing.import_file(_sheet(tmp_path, STAFF), "staff", dry_run=False)
    other_head = _sheet(tmp_path, "姓名\t工号\t职务\n赵三\t003\t校长")

    with pytest.raises(Refused, match="王一"):
        importing.import_file(other_head, "staff", dry_run=False)

    assert importing.import_file(other_head, "staff", dry_run=False, sure=True).ready


TWO = "姓名\t性别\t职务\t手机号码\n王一\t女\t校长\t\n赵六\t男\t教师\t19900000006"


def _asked(founded, tmp_path):
    """王一 without phone and birth: is it the one who is there already?"""
    importing.import_file(_sheet(tmp_path, STAFF), "staff", dry_run=False)
    intake = _sheet(tmp_path, TWO)
    return intake, importing.import_file(intake, "staff", dry_run=False)


def test_the_report_is_by_row_with_the_candidates_of_each_question(founded, tmp_path):
    _sheet_file, report = _asked(founded, tmp_path)
    told = import_.in_json(report)
    asked, clear = told["report"]

    assert (told["ready"], told["rows"]["question"], told["rows"]["new"]) == (False, 1, 1)
    assert (asked["row"], asked["name"], asked["what"], clear["what"]) == (2, "王一", "question", "new")
    assert [choice["value"] for choice in asked["question"]["choices"]][-1] == "new"
    assert "…0001" in asked["question"]["choices"][0]["words"] and clear["question"] is None
    words = import_.in_words(report, is_imported=False)
    assert "第2行  王一" in words and "第3行  赵六" in words and "--answers" in words and "未导入任何行" in words


def test_a_question_is_answered_with_a_candidate_and_the_answer_is_remembered(founded, tmp_path):
    intake, report = _asked(founded, tmp_path)
    same = report.lines[0].question.choices[0][0]

    done = importing.import_file(intake, "staff", dry_run=False, answers={2: same})

    assert done.ready and facts_of(founded, on=founded.in_use_since)["staff"] == 3
    assert importing.import_file(intake, "staff", dry_run=False).changes_nothing


def test_who_is_asked_about_can_be_taken_as_new(founded, tmp_path):
    intake, _report = _asked(founded, tmp_path)

    assert importing.import_file(intake, "staff", dry_run=False, take_new=True, sure=True).ready
    assert facts_of(founded, on=founded.in_use_since)["staff"] == 4


def test_an_answer_that_was_not_offered_is_refused(founded, tmp_path):
    intake, _report = _asked(founded, tmp_path)

    with pytest.raises(Refused, match="第2行"):
        importing.import_file(intake, "staff", dry_run=False, answers={2: "somebody"})


@pytest.mark.parametrize("text", ["[1]", "{", '{"x": "new"}'])
def test_a_file_of_answers_that_is_none_is_refused(tmp_path, text):
    with pytest.raises(Refused, match="JSON"):
        import_._answers(_sheet(tmp_path, text))


def test_without_a_school_it_says_what_to_do(db, tmp_path):
    with pytest.raises(Refused, match="init"):
        importing.import_file(_sheet(tmp_path, STAFF), "staff", dry_run=True)


def test_its_arguments_are_documented():
    for command in (facts, import_):
        parser = argparse.ArgumentParser()
        command.arguments(parser)
        assert "--json" in parser.format_help()
