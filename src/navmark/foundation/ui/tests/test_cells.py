"""A list on the page: days as pages write them, and on a phone the heading beside each value."""

from datetime import date

from django.utils import timezone
from django.utils.translation import override

from navmark.foundation.ui.cells import row_of


def test_a_row_labels_each_cell_names_the_day_and_escapes_what_was_typed(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 29))
    values = (date(2026, 11, 27), "<报修>", None, date(2025, 3, 1), "字" * 41)
    with override("zh-hans"):
        row = row_of(values, ("日期", "名称", '备注"', "到期", "说明"), at=1, address="/entries/1/")

    assert row == (
        '<td class="nowrap" data-label="日期">11月27日(周五)</td>'
        '<th scope="row" class="nowrap"><a href="/entries/1/">&lt;报修&gt;</a></th>'
        '<td class="nowrap" data-label="备注&quot;"></td><td data-label="到期">2025年3月1日(周六)</td>'
        f'<td data-label="说明">{"字" * 39}…</td>'
    )
