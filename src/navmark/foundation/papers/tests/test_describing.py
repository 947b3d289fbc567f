"""A description is plain data; what is wrong in it is said all at once, with file, place and remedy."""

import tomllib

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from navmark.foundation.papers.describing import Exists, as_json, as_table, described
from navmark.foundation.papers.faults import Misdescribed
from navmark.foundation.papers.tests.samples import SAMPLES, a_paper
from navmark.foundation.privacy.classes import FieldClass

FLAG_SPEECH = """
topic   = { type = "line", label = "讲话主题", required = "before" }
speaker_class = { type = "class", label = "承担班级", default = "rota" }
speaker = { type = "person", of = "pupils", label = "主讲", class = "sensitive" }
script  = { type = "paragraph", label = "讲稿" }
review  = { type = "person", of = "moral_head", label = "审稿" }
marks   = { type = "score", label = "评分", of = 10, weight = 0.5, since = 2026-09-01 }
"""


def faults(said, **about):
    with override("en"), pytest.raises(Misdescribed) as wrong:
        described(said, **about)
    return {".".join(fault.path): fault.words for fault in wrong.value.faults}


def test_it_reads_a_table_of_a_programme():
    fields = described(tomllib.loads(FLAG_SPEECH)).fields
    assert [field.key for field in fields] == ["topic", "speaker_class", "speaker", "script", "review", "marks"]
    assert fields[0].required == "before" and fields[2].is_sealed and str(fields[5].since) == "2026-09-01"


@pytest.mark.parametrize("written", [as_table, as_json])
def test_what_is_written_out_reads_the_same(written):
    for said in (tomllib.loads(FLAG_SPEECH), a_paper()):
        assert described(written(described(said))) == described(said)


def test_what_goes_without_saying_is_not_written():
    assert as_table(described(tomllib.loads(FLAG_SPEECH)))["speaker_class"] == {
        "type": "class",
        "label": "承担班级",
        "default": "rota",
    }


EXTRAS = st.fixed_dictionaries(
    {},
    optional={
        "help": st.text("说明文字", min_size=1, max_size=20),
        "label_en": st.text("abc", min_size=1, max_size=10),
        "class": st.sampled_from([kind.value for kind in FieldClass]),
        "required": st.sampled_from(["before", "step:accept"]),
        "default": st.sampled_from(["host", "last", "source:topic", "value:无"]),
        "width": st.sampled_from([1, 2, 4]),
        "aliases": st.lists(st.text("主题标题", min_size=1, max_size=6), max_size=3),
        "since": st.dates().map(str),
        "retired": st.dates().map(str),
    },
)
PAPERS = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), st.tuples(st.sampled_from([*SAMPLES]), EXTRAS), max_size=6
)


@given(PAPERS)
@settings(max_examples=60, deadline=None)
def test_any_description_comes_back_equal(drawn):
    said = {
        key: {"type": kind, **SAMPLES[kind][0], **extras, "label": f"题{place}"}
        for place, (key, (kind, extras)) in enumerate(drawn.items())
        if kind != "total" and key not in ("revision", "csrfmiddlewaretoken")
    }
    first = described(said)
    assert described(as_table(first)) == first == described(as_json(first))
    assert as_table(described(as_table(first))) == as_table(first)


@pytest.mark.parametrize(
    ("said", "place", "remedy"),
    [
        ({"type": "lin", "label": "主题"}, "x.type", "paragraph"),
        ({"type": "line"}, "x.label", "needed"),
        ({"type": "line", "label": 5}, "x.label", "quotation marks"),
        ({"type": "line", "label": "主题", "least": 1}, "x.least", "longest"),
        ({"type": "line", "label": "主题", "class": "secret"}, "x.class", "sensitive"),
        ({"type": "line", "label": "主题", "required": "always"}, "x.required", "before"),
        ({"type": "line", "label": "主题", "required": "step:close"}, "x.required", "close"),
        ({"type": "line", "label": "主题", "width": 3}, "x.width", "1, 2 or 4"),
        ({"type": "line", "label": "主题", "since": "soon"}, "x.since", "2026-09-01"),
        ({"type": "number", "label": "到场", "decimals": 9}, "x.decimals", "4"),
        ({"type": "number", "label": "到场", "most": "many"}, "x.most", "number"),
        ({"type": "choice", "label": "形式"}, "x.choices", "needed"),
        ({"type": "choice", "label": "形式", "choices": []}, "x.choices", "one at least"),
        ({"type": "choice", "label": "形式", "choices": ["观影", "观 影"]}, "x.choices", "alike"),
        ({"type": "choices", "label": "形式", "choices": ["讲授、研讨"]}, "x.choices", "without"),
        ({"type": "person", "label": "主讲", "of": "ghosts"}, "x.of", "ghosts"),
        ({"type": "person", "label": "主讲", "of": "pupils", "class": "public"}, "x.class", "seal"),
        ({"type": "unit", "label": "单位", "of": "ghosts"}, "x.of", "ghosts"),
        ({"type": "total", "label": "总分", "of": ["x"]}, "x.of", "number"),
        ({"type": "rows", "label": "节目单", "columns": {}}, "x.columns", "eight"),
        ({"type": "rows", "label": "节目单", "columns": {"y": {"type": "lin"}}}, "x.columns.y.type", "paragraph"),
        ({"type": "rows", "label": "节目单", "columns": {"y": {"type": "file", "label": "附"}}}, "x.columns.y.type", "column"),
        ({"type": "number", "label": "已交", "within": "y"}, "x.within", "number"),
        (
            {"type": "rows", "label": "节目单", "shares": [1, 2], "columns": {"y": {"type": "line", "label": "节目"}}},
            "x.shares",
            "share",
        ),
        ("line", "x", "type"),
    ],
)
def test_it_says_what_is_wrong_and_how_to_mend_it(said, place, remedy):
    names = ("staff", "pupils", "class", "accept").__contains__
    found = faults({"x": said}, exists=Exists(circle=names, unit_kind=names, step=names))
    assert found.keys() == {place} and remedy in found[place]


@pytest.mark.parametrize("key", ["Topic", "1st", "主题", "x" * 41, "revision"])
def test_a_key_that_is_none_or_taken_is_said(key):
    assert faults({key: {"type": "line", "label": "主题"}})


@pytest.mark.parametrize("said", [None, "topic", 5, [1]])
def test_what_is_no_table_is_said(said):
    assert faults(said, path=("paper",)).keys() == {"paper"}


def test_two_questions_that_a_table_could_not_tell_apart_are_said():
    twice = {"topic": {"type": "line", "label": "讲话主题"}, "title": {"type": "line", "label": "讲话 主题"}}
    assert "topic" in faults(twice)["title.label"]


FILE = """
title = "国旗下讲话"

[activity.flag_speech]
unit = "school"

[activity.flag_speech.paper]
# 天气
topic = { type = "lin", label = "讲话主题" }
speaker.type = "line"
speaker.wide = 1

[activity.flag_speech.paper.rows]
type = "rows"
label = "节目单"

[activity.flag_speech.paper.rows.columns.item]
type = "lin"
"""


def test_a_fault_names_its_line():
    said, path = tomllib.loads(FILE)["activity"]["flag_speech"]["paper"], ("activity", "flag_speech", "paper")
    with override("en"), pytest.raises(Misdescribed) as wrong:
        described(said, where="flag_speech.toml", text=FILE, path=path)
    lines = [line.split(":")[0] for line in str(wrong.value).splitlines()]
    assert lines == [f"flag_speech.toml, line {number}" for number in (9, 11, 18)]


def test_every_fault_is_said_with_its_file():
    with pytest.raises(Misdescribed) as wrong:
        described({"a": {"type": "lin"}, "b": {"type": "line", "x": 1}}, where="flag_speech.toml", path=("activity", "paper"))
    lines = str(wrong.value).splitlines()
    assert [line.split("：")[0] for line in lines] == [
        "flag_speech.toml activity.paper.a.type",
        "flag_speech.toml activity.paper.b.x",
    ]
