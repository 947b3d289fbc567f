from types import SimpleNamespace

import pytest
from django.http import Http404
from django.utils.translation import override

from navmark.foundation.statute.views import rule_page


@pytest.fixture
def page(rf):
    def read(rule_id, **asked):
        request = rf.get("/", asked)
        request.user = SimpleNamespace(is_authenticated=True)
        return rule_page(request, rule_id).content.decode()

    return read


def test_it_shows_the_sentence_its_place_and_how_we_know_it(page):
    shown = page("A08", on="2026-11-23")
    for words in ("半数以上有表决权的党员到会", "《中国共产党支部工作条例（试行）》第十一条", "逐字核对", "2018年10月28日"):
        assert words in shown


def test_it_says_that_second_hand_knowledge_may_not_block(page):
    shown = page("C14", on="2026-11-23")
    assert "二手资料" in shown
    assert "只有逐字核对的规定" in shown


def test_it_marks_our_own_summary_and_a_remembered_number(page):
    shown = page("A16", on="2026-11-23")
    assert "其余为原文" in shown
    assert "条号待核对" in shown
    assert "其余为原文" not in page("A02", on="2026-11-23")
    assert "日期待核对" in page("E30", on="2026-11-23") and "日期待核对" not in shown


def test_it_shows_the_version_of_the_day_asked_and_every_version(page):
    old = page("I01", on="2024-05-01")
    assert "凭记忆" in old
    assert "2014年1月1日" in old
    assert "2025年1月1日" in old
    assert "逐字核对" in page("I01", on="2026-05-01")


@pytest.mark.parametrize("asked", ["", "tomorrow", "2026-02-31"])
def test_a_day_that_is_none_means_today(page, asked):
    assert "第十一条" in page("A08", on=asked)


def test_a_day_before_the_rule_says_that_it_was_not_in_force(page):
    assert "不在有效期内" in page("A08", on="2010-01-01")


def test_english_readers_get_the_translation_beside_the_original(page):
    with override("en"):
        shown = page("A08", on="2026-11-23")
    assert "at least half of the members" in shown
    assert "半数以上有表决权的党员到会" in shown


def test_an_unknown_rule_is_not_found(page):
    with pytest.raises(Http404):
        page("Z99")
