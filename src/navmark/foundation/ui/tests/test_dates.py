"""Dates as they are read; what stands in an address is typed by anybody."""

import pytest
from django.utils.translation import override

from navmark.foundation.ui.dates import cn_month, year_in


@pytest.mark.parametrize(("asked", "year"), [("2025", 2025), ("", 2026), ("0", 2026), ("99999", 2026), ("²", 2026), ("-1", 2026)])
def test_a_year_that_no_school_could_mean_is_this_one(asked, year):
    assert year_in(asked, otherwise=2026) == year


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "11月"), ("en", "Nov")])
def test_a_month_is_read_as_people_write_it(language, words):
    with override(language):
        assert cn_month(11) == words
