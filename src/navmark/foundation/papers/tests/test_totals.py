"""A total is counted from what stands, in the unit of its fields, and never typed."""

from decimal import Decimal

import pytest

from navmark.foundation.papers.describing import described

FIELDS = {
    "look": {"type": "score", "label": "仪态", "of": 10, "weight": 2},
    "count": {"type": "number", "label": "到场"},
    "cost": {"type": "money", "label": "经费"},
    "acts": {
        "type": "rows",
        "label": "节目单",
        "columns": {"marks": {"type": "score", "label": "得分", "of": 10, "weight": 0.5}},
    },
}
VALUES = {"look": Decimal(8), "count": Decimal(36), "cost": 12345, "acts": ({"marks": Decimal(9)}, {}, {"marks": Decimal(8)})}


@pytest.mark.parametrize(
    ("of", "sum_of_it"),
    [
        (["look"], "16"),
        (["look", "count"], "52"),
        (["cost"], "123.45"),
        (["acts.marks"], "8.5"),
        (["acts.marks", "look"], "24.5"),
    ],
)
def test_it_is_the_sum_of_its_fields(of, sum_of_it):
    paper = described(FIELDS | {"all": {"type": "total", "label": "合计", "of": of}})
    assert paper.with_totals(VALUES)["all"] == Decimal(sum_of_it)
    assert "all" not in paper.with_totals({})


@pytest.mark.parametrize("of", [["acts"], ["acts.ghost"], ["ghost"], ["look.marks"], ["all"], []])
def test_it_is_of_numbers_alone(of):
    with pytest.raises(ValueError, match=r"all\.of"):
        described(FIELDS | {"all": {"type": "total", "label": "合计", "of": of}})
