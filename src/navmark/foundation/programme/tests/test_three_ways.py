"""What is taken out and brought back is the same programme, in each form."""

import pytest
from hypothesis import given, settings

from navmark.foundation.programme.reading import read_programme, read_texts
from navmark.foundation.programme.shipping import ARTICLE, SHIPPED
from navmark.foundation.programme.tests.folders import ON
from navmark.foundation.programme.tests.generated import PROGRAMMES
from navmark.foundation.programme.texts import HEAD, texts_in, unzipped, zipped
from navmark.foundation.programme.workbook.reading import read_workbook
from navmark.foundation.programme.workbook.writing import as_workbook
from navmark.foundation.programme.writing import as_toml


def read(texts):
    return read_texts(texts, name="small", on=ON)


@settings(max_examples=8, deadline=None)
@given(PROGRAMMES)
def test_files_that_are_written_anew_say_the_same_in_the_same_order(texts):
    said = read(texts).said
    again = read({file: as_toml(one) for file, one in said.items()}).said

    assert again == said and str(again) == str(said)


@settings(max_examples=4, deadline=None)
@given(PROGRAMMES)
def test_a_workbook_comes_back_as_it_went(texts):
    said = read(texts).said
    again = read_workbook(as_workbook(said), "方案.xlsx", name="small", on=ON).said

    assert again == said and as_workbook(again) == as_workbook(said)


@pytest.mark.parametrize("words", ["'", "'5", "‘", '="x"', "'=1", "=1+1", "`0"])
def test_a_title_that_looks_like_a_guard_comes_back_too(words):
    said = read({HEAD: as_toml({"title": words, "pillars": {"own": words}}), "own/one.toml": as_toml({"title": words})}).said

    assert read_workbook(as_workbook(said), "方案.xlsx", name="small", on=ON).said == said


def test_the_articles_programme_leaves_as_it_came_byte_for_byte():
    texts = texts_in(SHIPPED / ARTICLE)

    assert unzipped(zipped(texts)) == texts and zipped(texts) == zipped(dict(reversed(texts.items())))
    said = read_programme(SHIPPED / ARTICLE, on=ON).said
    assert read({file: as_toml(one) for file, one in said.items()}).said == said
    assert read_workbook(as_workbook(said), "方案.xlsx", name="small", on=ON).said == said
