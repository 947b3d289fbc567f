"""Headings count on, however many there are."""

import pytest

from navmark.foundation.printing.wording import numeral


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (12, "十二"), (20, "二十"), (100, "一百"), (1000, "1000")])
def test_a_heading_has_its_number_however_long_the_sheet(number, words):
    assert numeral(number) == words
