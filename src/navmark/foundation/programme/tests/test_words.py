"""Whatever a page may say has its words: nobody reads a code."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from navmark.foundation.papers.describing import options
from navmark.foundation.papers.fields import types
from navmark.foundation.programme.described import ProgrammeFile
from navmark.foundation.programme.differences import differences, in_words
from navmark.foundation.programme.nouns.table import NOUNS
from navmark.foundation.programme.reading import read_programme
from navmark.foundation.programme.shipping import ARTICLE, SHIPPED
from navmark.foundation.programme.speaking import titles_of
from navmark.foundation.programme.structure import MechanismHead
from navmark.foundation.programme.tests.folders import ON
from navmark.foundation.programme.words import KEYS, NOUN_WORDS, TYPES


def tables(shape: Any) -> Iterator[type[BaseModel]]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        yield shape
        for field in shape.model_fields.values():
            yield from tables(field.annotation)
    for part in getattr(shape, "__args__", ()):
        yield from tables(part)


def test_every_key_of_every_table_and_of_every_kind_of_answer_has_its_words():
    shapes = {one for whole in (MechanismHead, ProgrammeFile, *(noun.shape for noun in NOUNS)) for one in tables(whole)}
    keys = {field.alias or name for shape in shapes for name, field in shape.model_fields.items()}
    asked = {key for kind in types.values() for key in options(kind)}

    assert {"campaign", "among", "takers", "from"} <= keys  # the walk reaches every noun, and what lies within
    assert (keys | asked) - {*KEYS} == set()
    assert {noun.word for noun in NOUNS} == {*NOUN_WORDS.codes} and {*types} == {*TYPES.codes}


@pytest.fixture
def said():
    return read_programme(SHIPPED / ARTICLE, on=ON).said


def lines(page, said):
    return {f"{line.what}：{line.new}" for line in in_words(page, titles_of(said))}


def test_the_articles_pages_are_told_without_a_code(said):
    told = lines(said["demonstration/articles.toml"], said)
    assert {"填写所属专项：选填", "按什么统计：级别、体裁", "环节“送审”：撰写中 → 待初审（责任人）"} <= told
    assert lines(said["demonstration/themed_day.toml"], said) == {"名称：主题党日"}
    assert {"由谁轮流：各班", "岗位：校史文化长廊、英雄人物长廊"} <= lines(said["experience/corner_guide.toml"], said)


def test_a_state_a_pillar_and_a_link_that_change_are_told_by_their_words(said):
    page = said["demonstration/articles.toml"]
    told = page["register"]["articles"]
    key = next(iter(told["steps"]))
    steps = {**told["steps"], key: {**told["steps"][key], "to": "published"}}
    other = {**page, "register": {"articles": {**told, "steps": steps, "links": ["entry:honours"]}}}
    head = {**said["programme.toml"], "pillars": {**said["programme.toml"]["pillars"], "service": {"title": "奉献"}}}

    found = differences(said, {**said, "demonstration/articles.toml": other, "programme.toml": head})
    assert {(one.what, one.new) for page in found for one in page.lines} == {
        ("环节“送审” · 到哪个状态", "已发表"), ("可关联", "荣誉登记"), ("板块“奉献” · 名称", "奉献"),
        ("板块“奉献” · 英文名称", ""),
    }  # fmt: skip
