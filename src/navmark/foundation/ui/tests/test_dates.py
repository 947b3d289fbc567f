"""What stands in an address is typed by anybody."""

import pytest

from navmark.foundation.ui.dates import year_in


@pytest.mark.parametrize(("asked", "year"), [("2025", 2025), ("", 2026), ("0", 2026), ("99999", 2026), ("²", 2026), ("-1", 2026)])
def test_a_year_that_no_school_could_mean_is_this_one(asked, year):
    assert year_in(asked, otherwise=2026) == year
