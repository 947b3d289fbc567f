"""A code that leads nowhere is named with its file, its key and what there is; else a page would show an empty place."""

import pytest

from navmark.foundation.programme.reading import read_programme, read_texts
from navmark.foundation.programme.references import unknown
from navmark.foundation.programme.refusals import WrongProgramme
from navmark.foundation.programme.shipping import SHIPPED
from navmark.foundation.programme.tests.folders import HEAD, ON
from navmark.foundation.programme.texts import HEAD as HEAD_FILE

TALKS = """title = "讲一讲"
[activity.talk]
unit = "school"
planners = ["moral_head"]
keepers = ["moral_head"]
joins = []
cadence = { every = "month" }
rota = { of = "speaker", among = "staff" }
[activity.talk.paper]
speaker = { type = "person", of = "staff", label = "主讲", default = "rota" }
theme = { type = "line", label = "主题", default = "month:themes" }
done = { type = "number", label = "办结", default = "counted:themes/close" }
[rota.water]
unit = "school"
among = "classes"
every = "month"
activity = "theme_day"
keepers = ["moral_head"]
[paper.theme_day]
parts = { type = "rows", label = "环节", columns = { who = { type = "line", label = "谁" } }, default = "value:rota:water" }
[pledge.care]
unit = "school"
about = ["entry:themes"]
takers = ["staff"]
keepers = ["moral_head"]
[pledge.care.paper]
word = { type = "line", label = "说明" }
"""
THEMES = """title = "主题"
[register.themes]
unit = "school"
makers = ["moral_head"]
keepers = ["moral_head"]
links = ["occasion:talk", "entry:themes", "turn:talk", "turn:water"]
cadence = { every = "month", state = "closed" }
[register.themes.paper]
what = { type = "line", label = "是什么", default = "source:theme" }
[register.themes.states]
new = "新"
closed = { words = "已定", closed = true }
[register.themes.steps]
close = { from = "new", to = "closed", button = "定", who = ["moral_head"] }
"""
TALK_FILE, THEME_FILE = "experience/talk.toml", "experience/themes.toml"
LOST = [
    ('"occasion:talk"', '"occasion:tlak"', "register.themes.links", "talk"),
    ('"entry:themes", ', '"entry:thems", ', "register.themes.links", "themes"),
    ('"turn:water"', '"turn:fire"', "register.themes.links", "water"),
    ('["entry:themes"]', '["entry:wishes"]', "pledge.care.about", "themes"),
    ("value:rota:water", "value:rota:wator", "paper.theme_day.parts.default", "water"),
    ("value:rota:water", "value:rota:talk", "paper.theme_day.parts.default", "water"),
    ("month:themes", "month:theme", "activity.talk.paper.theme.default", "themes"),
    ("counted:themes/close", "counted:themes/shut", "activity.talk.paper.done.default", "close"),
    ("source:theme", "source:thema", "register.themes.paper.what.default", "theme"),
    ('default = "rota"', 'default = "hots"', "activity.talk.paper.speaker.default", "host"),
    ('of = "speaker", ', "", "activity.talk.paper.speaker.default", 'of = "speaker"'),
]


def read(change=lambda text: text):
    return read_texts({HEAD_FILE: HEAD, TALK_FILE: change(TALKS), THEME_FILE: change(THEMES)}, name="small", on=ON)


def test_what_names_something_is_no_fault_and_nothing_that_ships_names_nothing():
    assert not list(unknown(read()))
    for folder in (path for path in SHIPPED.iterdir() if path.is_dir()):
        assert not [(file, str(fault)) for file, fault in unknown(read_programme(folder, on=ON))]


@pytest.mark.parametrize(("right", "wrong", "key", "there"), LOST)
def test_it_names_the_key_and_what_there_is(right, wrong, key, there):
    ((file, fault),) = unknown(read(lambda text: text.replace(right, wrong)))

    assert (file, ".".join(fault.path)) == (TALK_FILE if right in TALKS else THEME_FILE, key)
    assert there in fault.words


@pytest.mark.parametrize(
    ("right", "wrong", "file", "line", "key"),
    [
        ("joins = []", 'joins = ["nothing"]', TALK_FILE, 6, "activity.talk.joins"),
        ("links =", 'tags = ["red"]\nlinks =', THEME_FILE, 6, "register.themes.tags"),
        ('activity = "theme_day"', 'activity = "theme_day"\nduring = "themes"', TALK_FILE, 18, "rota.water.during"),
        ('state = "closed"', 'rule = "E999"', THEME_FILE, 7, "register.themes.cadence.rule"),
        ('among = "staff" }', 'among = "staff", weeks = [4] }', TALK_FILE, 8, "activity.talk.rota.weeks"),
    ],
)
def test_what_is_wrong_between_files_is_named_in_the_file_where_it_stands(right, wrong, file, line, key):
    with pytest.raises(WrongProgramme) as refusal:
        read(lambda text: text.replace(right, wrong))
    assert [(one.file, one.line, ".".join(one.fault.path)) for one in refusal.value.wrongs] == [(file, line, key)]
