import pytest

from navmark.foundation.ui.numerals import numeral


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (31, "三十一"), (100, "一百"), (103, "一百零三"), (113, "一百一十三")],
)
def test_articles_are_counted_in_chinese(number, words):
    assert numeral(number) == words


@pytest.mark.parametrize("number", [0, 1000])
def test_other_numbers_are_refused(number):
    with pytest.raises(ValueError, match="between"):
        numeral(number)
