"""A long list is ruled by what stands in it, on the smallest page on which it reads."""

import pytest

from navmark.foundation.printing.ruling import ruled
from navmark.foundation.printing.sheet import ACROSS, UPRIGHT, WIDE

pytestmark = pytest.mark.on_one
LONG = "东侧走廊两盏灯不亮，已报总务处更换灯管"


@pytest.mark.parametrize(
    ("head", "rows", "page"),
    [
        (("日期", "名称"), (("9月1日", LONG),), UPRIGHT),
        (("日期", "名称"), (), UPRIGHT),
        (("日期",) * 8, (("9月1日",) * 8,), ACROSS),
        (("名称",) * 7, ((LONG,) * 7,), WIDE),
        (("名称",) * 20, ((LONG,) * 20,), WIDE),
    ],
)
def test_its_page_is_no_larger_than_it_needs_and_its_columns_fill_it(head, rows, page):
    found, columns = ruled(head, rows)

    assert found == page and sum(column.width for column in columns) == page.width
    assert all(column.width > 0 for column in columns)


def test_words_have_the_room_that_days_leave_and_what_is_short_is_not_broken():
    _page, (day, title) = ruled(("日期", "名称"), (("2028年10月29日", LONG),))

    assert title.width > 2 * day.width and day.width >= 7 * 12 * 25.4 / 72
    assert (day.centred, title.centred) == (True, False)


def test_a_number_does_not_run_into_the_column_beside_it_where_all_is_narrow():
    _page, columns = ruled(("名称",) * 25 + ("联系电话",), ((LONG,) * 25 + ("0632-5550123",),))

    assert columns[-1].width >= 6 * WIDE.form * 25.4 / 72
