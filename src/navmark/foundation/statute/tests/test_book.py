from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navmark.foundation.statute.book import LawBook, RuleUnknown, law_book, read_pack, rule, rules_on
from navmark.foundation.statute.rules import Confidence, Level
from navmark.foundation.statute.tests.fixture import TODAY

ALL = [version for rule_id in law_book().ids() for version in law_book().versions(rule_id)]
days = st.dates(date(2010, 1, 1), date(2040, 1, 1))


def test_a_holiday_count_is_judged_by_the_version_of_its_day():
    assert rule("I01", on=date(2024, 12, 31)).numbers["days"] == 11
    assert rule("I01", on=date(2025, 1, 1)).numbers["days"] == 13


@given(days, st.sampled_from(ALL))
def test_a_rule_found_is_in_force_on_that_day(day, version):
    try:
        found = rule(version.id, on=day)
    except RuleUnknown:
        assert not any(other.in_force(day) for other in law_book().versions(version.id))
    else:
        assert found.effective_from <= day
        assert found in rules_on(day)


@given(days, st.sampled_from([version for version in ALL if version.effective_to is None]))
def test_a_new_version_never_changes_the_answer_for_an_older_day(change_day, newest):
    change_day = max(change_day, newest.effective_from + timedelta(days=1))
    ended = replace(newest, effective_to=change_day - timedelta(days=1))
    successor = replace(newest, version="later", effective_from=change_day, level=Level.INFORM)
    rewritten = LawBook([*(version for version in ALL if version != newest), ended, successor])
    before = change_day - timedelta(days=1)
    assert rewritten.rule(newest.id, on=before).version == rule(newest.id, on=before).version
    assert rewritten.rule(newest.id, on=change_day).version == "later"


def test_a_day_before_the_rule_and_an_unknown_rule_are_refused():
    with pytest.raises(RuleUnknown, match="A07"):
        rule("A07", on=date(2018, 10, 27))
    with pytest.raises(RuleUnknown, match="Z99"):
        rule("Z99", on=TODAY)


def test_two_versions_on_one_day_are_refused():
    newest = rule("A07", on=TODAY)
    with pytest.raises(ValueError, match="overlaps"):
        LawBook([newest, replace(newest, version="later", effective_from=TODAY)])


@pytest.mark.parametrize("version", ALL, ids=lambda version: f"{version.id}@{version.version}")
def test_every_rule_is_complete_in_both_languages(version):
    assert version.zh and version.en and version.title_zh and version.title_en and version.source_en
    assert version.text("zh-hans") == version.zh and version.text("en") == version.en
    assert version.title("zh-hans") == version.title_zh and version.title("en") == version.title_en


@pytest.mark.parametrize("version", ALL, ids=lambda version: f"{version.id}@{version.version}")
def test_what_was_not_read_word_for_word_never_blocks(version):
    if version.confidence is Confidence.SECOND_HAND:
        assert version.effective_level in (Level.WARN, Level.INFORM)
    elif version.confidence is Confidence.MEMORY:
        assert version.effective_level is Level.INFORM
    else:
        assert version.effective_level is version.level


@pytest.mark.parametrize(
    ("rule_id", "citation"),
    [
        ("A08", "《支部工作条例》第十一条"),
        ("A03", "《支部工作条例》第二十一条"),
        ("A18", "《支部工作条例》第十六条"),
        ("C11", "《党员教育管理工作条例》第三十一条第六项"),
        ("C14", "《基层组织选举工作条例》第五章"),
        ("A21", "《年度民主评议党员通知》"),
    ],
)
def test_it_is_cited_as_the_branch_cites_it(rule_id, citation):
    assert rule(rule_id, on=TODAY).citation() == citation


def test_the_count_of_a_vote_is_never_lifted_and_other_blocks_may_be():
    assert {version.id for version in ALL if version.never_lifted} == {"A08", "A09", "A12", "B23"}


def test_a_pack_may_change_one_sentence_and_keep_its_source():
    pack = """
id = "p-2030"
source = "甲"
short = "甲"
source_en = "A"
from = 2030-01-01
[[rule]]
id = "X1"
title = "题"
title_en = "t"
zh = "文"
en = "x"
confidence = "V"
level = "warn"
from = 2031-05-01
"""
    (only,) = read_pack(pack)
    assert (only.effective_from, only.effective_to, only.citation()) == (date(2031, 5, 1), None, "《甲》")
