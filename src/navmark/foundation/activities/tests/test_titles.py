"""What an occasion is called while nobody has named it: whose, which kind, which day; no word of it twice."""

from datetime import date

import pytest

from navmark.foundation.activities.usual import by_day
from navmark.foundation.people.models import Unit, UnitKind

pytestmark = pytest.mark.on_one
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("unit", "kind", "title"),
    [
        (Unit(kind=UnitKind.STUDIO, name="名师工作室"), "工作室活动", "名师工作室活动（11月20日）"),
        (Unit(kind=UnitKind.CLASS, entry_year=2024, number=2), "班会", "三年级(2)班班会（11月20日）"),
        (Unit(kind=UnitKind.SCHOOL, name="学校"), "学校例会", "学校例会（11月20日）"),
    ],
)
def test_it_does_not_say_twice_what_ends_the_unit_and_begins_the_kind(unit, kind, title):
    assert by_day(kind, unit, DAY) == title
