"""A programme that is wrong is refused as a whole: each fault by file, line and key, with the remedy."""

import pytest

from navmark.foundation.programme.reading import MOST, read_programme
from navmark.foundation.programme.refusals import WrongProgramme
from navmark.foundation.programme.shipping import SHIPPED
from navmark.foundation.programme.tests.folders import FILE, ON, a_folder, a_programme


def refused(tmp_path, text, **options):
    with pytest.raises(WrongProgramme) as refusal:
        read_programme(a_folder(tmp_path, text, **options), on=ON)
    return [(one.file, one.line, ".".join(one.fault.path)) for one in refusal.value.wrongs], str(refusal.value)


def test_it_reads_a_kind_with_its_paper(tmp_path):
    (kind,) = a_programme(tmp_path).of("activity")

    assert (kind.code, kind.title, kind.table.circles, kind.table.is_counted) == ("speech", "国旗下讲话", ("pupils",), True)
    assert [field.key for field in kind.paper.fields] == ["topic", "script"]


FAULTS = [
    ('unit = "school"', 'unit = "galaxy"', 5, "activity.speech.unit", "class"),
    ('keepers = ["moral_head"]', 'keepers = ["moral_haed"]', 8, "activity.speech.keepers", "moral_head"),
    ('keepers = ["moral_head"]', "keepers = []", 8, "activity.speech.keepers", "圈子"),
    ('planners = ["moral_head"]', 'planners = ["host"]', 7, "activity.speech.planners", "host"),
    ('rule = "E37"', 'rule = "E999"', 10, "activity.speech.cadence.rule", "2026"),
    ('every = "week"', 'every = "fortnight"', 10, "activity.speech.cadence.every", ""),
    ('readers = ["staff"]', 'raeders = ["staff"]', 9, "activity.speech.raeders", "readers"),
    ('type = "line"', 'type = "lnie"', 13, "activity.speech.paper.topic.type", "line"),
    ('unit = "school"\n', "", 4, "activity.speech.unit", ""),
]


@pytest.mark.parametrize(("right", "wrong", "line", "key", "remedy"), FAULTS)
def test_it_names_file_line_key_and_remedy(tmp_path, right, wrong, line, key, remedy):
    found, words = refused(tmp_path, FILE.replace(right, wrong))

    assert found == [("experience/speech.toml", line, key)]
    assert remedy in words


PLEDGE = """title = "帮包"
[pledge.support]
unit = "school"
about = ["unit:grade"]
takers = ["moral_head"]
keepers = ["office_head"]
[pledge.support.paper]
done = { type = "line", label = "做了什么" }
"""
FAULTS_OF_PLEDGES = [
    ('"unit:grade"', '"unit:galaxy"', 4, "pledge.support.about", "class"),
    ('"unit:grade"', '"person:pupils"', 4, "pledge.support.about", "台账条目"),
    ('takers = ["moral_head"]', "takers = []", 5, "pledge.support.takers", "认领"),
    ('keepers = ["office_head"]', 'keepers = ["owner"]', 6, "pledge.support.keepers", "owner"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "key", "remedy"), FAULTS_OF_PLEDGES)
def test_it_names_what_is_wrong_with_a_pledge(tmp_path, right, wrong, line, key, remedy):
    found, words = refused(tmp_path, PLEDGE.replace(right, wrong))

    assert found == [("experience/speech.toml", line, key)]
    assert remedy in words


ROTA = """title = "护校值班"
[rota.door]
unit = "school"
among = "staff"
every = "school_day"
keepers = ["moral_head"]
"""
ROTA_FAULTS = [
    ('among = "staff"', 'among = "staf"', 4, "among", "staff"),
    ('among = "staff"', 'among = "pupils"', 4, "among", "班级轮流"),
    ('among = "staff"', 'among = "unit:galaxy"', 4, "among", "class"),
    ('every = "school_day"', 'every = "fortnight"', 5, "every", "school_day"),
    ('["moral_head"]', '["moral_haed"]', 6, "keepers", "moral_head"),
    ('unit = "school"', 'order = "random"\nunit = "school"', 3, "order", "fewest"),
    ('unit = "school"', 'activity = "nothing"\nunit = "school"', 3, "activity", "theme_day"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "key", "remedy"), ROTA_FAULTS)
def test_a_rota_that_cannot_be_names_file_line_key_and_remedy(tmp_path, right, wrong, line, key, remedy):
    found, words = refused(tmp_path, ROTA.replace(right, wrong), name="experience/door.toml")

    assert found == [("experience/door.toml", line, f"rota.door.{key}")]
    assert remedy in words


@pytest.mark.parametrize(("said", "key"), [('of = "script", among = "classes"', "of"), ('of = "", among = "nobody"', "among")])
def test_the_rota_of_an_activity_fills_a_field_that_fits(tmp_path, said, key):
    found, _words = refused(tmp_path, FILE.replace("cadence =", f"rota = {{ {said} }}\ncadence ="))

    assert found == [("experience/speech.toml", 10, f"activity.speech.rota.{key}")]


def test_it_names_every_fault_at_once(tmp_path):
    found, _words = refused(tmp_path, FILE.replace('"school"', '"galaxy"').replace('"staff"', '"staffs"'))

    assert [key for _file, _line, key in found] == ["activity.speech.readers", "activity.speech.unit"]


def test_it_names_the_line_that_is_no_toml(tmp_path):
    found, _words = refused(tmp_path, FILE.replace('unit = "school"', "unit = school"))

    assert found == [("experience/speech.toml", 5, "")]


def test_a_file_lies_in_the_folder_of_a_pillar(tmp_path):
    found, words = refused(tmp_path, FILE, name="elsewhere/speech.toml")

    assert found == [("elsewhere/speech.toml", 1, "elsewhere")] and "experience" in words


def test_a_line_keeps_a_number_only(tmp_path):
    found, _words = refused(tmp_path, FILE.replace('"count:pupils"', '["staff"]').replace("readers", "line = true\nreaders"))

    assert [key for _file, _line, key in found] == ["activity.speech.line"]


def test_children_stand_on_no_roll_and_in_no_list_by_name(tmp_path):
    found, words = refused(tmp_path, FILE.replace('"count:pupils"', '["pupils"]'))
    assert [key for _file, _line, key in found] == ["activity.speech.expected"] and "count:pupils" in words

    wrong = '[register.talks]\nunit = "class"\nmakers = ["staff"]\nkeepers = ["staff"]\ncoverage = "person:pupils"\npaper = {}\n'
    found, words = refused(tmp_path / "other", f'title = "谈话"\n{wrong}', name="experience/talks.toml")
    assert [key for _file, _line, key in found] == ["register.talks.coverage"] and "班级" in words


@pytest.mark.parametrize("folder", sorted(path for path in SHIPPED.iterdir() if path.is_dir()), ids=lambda path: path.name)
def test_what_is_shipped_is_right_and_short(folder):
    read = read_programme(folder, on=ON)

    assert read.of("activity")
    assert all(len(path.read_text(encoding="utf-8").splitlines()) <= MOST for path in folder.rglob("*.toml"))


REGISTER = """
title = "整改台账"

[register.mending]
unit = "school"
makers = ["office_head"]
keepers = ["office_head"]

[register.mending.paper]
problem = { type = "paragraph", label = "问题", required = "before" }
due = { type = "date", label = "期限", required = "step:accept" }

[register.mending.states]
new = "待认领"
closed = { words = "已销号", closed = true }

[register.mending.steps]
accept = { from = "new", to = "closed", button = "销号", who = ["owner"], within = "5 workdays", by_field = "due" }
"""
LATER = """[register.mending.steps]
later = { from = "new", to = "new", button = "改期", who = ["owner"], by_field = "due" }"""


def test_it_reads_a_register_with_its_steps(tmp_path):
    (one,) = read_programme(a_folder(tmp_path, REGISTER), on=ON).of("register")

    assert [state.key for state in one.table.course.states] == ["new", "closed"]
    (step,) = one.table.course.steps
    assert (step.of, step.to, step.who, step.within, step.within_unit) == (("new",), "closed", ("owner",), 5, "workdays")


@pytest.mark.parametrize(
    ("right", "wrong", "key", "remedy"),
    [
        ('unit = "school"', 'unit = "galaxy"', "unit", "class"),
        ('makers = ["office_head"]', 'makers = ["owner"]', "makers", "owner"),
        ('keepers = ["office_head"]', 'keepers = ["host"]', "keepers", "host"),
        ('to = "closed"', 'to = "shut"', "steps.accept.to", "closed"),
        ('from = "new"', 'from = "closed"', "states.new", "closed = true"),
        ('who = ["owner"]', "who = []", "steps.accept.who", "圈子"),
        ('who = ["owner"]', 'who = ["ownre"]', "steps.accept.who", "owner"),
        ('"5 workdays"', '"a week"', "steps.accept.within", ""),
        ('by_field = "due"', 'by_field = "problem"', "steps.accept.by_field", "日期"),
        ("[register.mending.steps]", LATER, "steps.later.by_field", 'required = "step:later"'),
        ('new = "待认领"', 'new = "待认领"\nlost = "遗失"', "states.lost", "closed = true"),
        ('required = "step:accept"', 'required = "step:acept"', "paper.due.required", "acept"),
    ],
)
def test_it_refuses_a_register_in_which_somebody_would_be_stuck(tmp_path, right, wrong, key, remedy):
    found, words = refused(tmp_path, REGISTER.replace(right, wrong))

    assert f"register.mending.{key}" in [path for _file, _line, path in found]
    assert remedy in words


def test_it_refuses_steps_that_only_go_round(tmp_path):
    back = 'back = { from = "closed", to = "new", button = "重办", who = ["owner"] }\n'
    found, words = refused(tmp_path, REGISTER.replace(", closed = true", "") + back)

    assert [path for _file, _line, path in found] == ["register.mending.states.new", "register.mending.states.closed"]
    assert "打转" in words
