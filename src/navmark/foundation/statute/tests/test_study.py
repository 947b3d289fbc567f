"""Vector 31: 32.0 by 31 December, 31.5 warns, who is exempt hears nothing, what an app counted is no hour."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from navmark.foundation.statute.checks.study import YearOfStudy, hours_of_the_year, may_count
from navmark.foundation.statute.findings import Outcome
from navmark.foundation.statute.rules import Level

OVER = YearOfStudy(year=2026, on=date(2027, 1, 1), hours=Decimal("32.0"))


@pytest.mark.parametrize(
    ("differs", "remaining", "found"),
    [
        ({}, "0", []),
        ({"hours": Decimal("31.5")}, "0.5", [("C01", Outcome.PROBLEM, Level.WARN)]),
        ({"hours": Decimal("31.5"), "on": date(2026, 12, 31)}, "0.5", [("C01", Outcome.DUE, Level.WARN)]),
        ({"hours": Decimal(0), "is_exempt": True}, "0", []),
        ({"hours": Decimal(0), "is_exempt": True, "leads": True}, "0", []),
        ({"leads": True, "courses": 1}, "24", [("C02", Outcome.PROBLEM, Level.INFORM)]),
        ({"leads": True, "hours": Decimal(56)}, "0", [("C02", Outcome.PROBLEM, Level.INFORM)]),
        (
            {"leads": True, "courses": 1, "hours": Decimal(30)},
            "26",
            [("C01", Outcome.PROBLEM, Level.WARN), ("C02", Outcome.PROBLEM, Level.INFORM)],
        ),
        ({"leads": True, "hours": Decimal(56), "courses": 1}, "0", []),
        ({"leads": True, "year": 2029, "on": date(2030, 1, 1)}, "0", []),  # the plan that asks for more has ended
    ],
)
def test_vector_31_the_hours_of_a_calendar_year(differs, remaining, found):
    study = replace(OVER, **differs)

    assert study.remaining == Decimal(remaining)
    assert [(one.rule_id, one.outcome, one.level) for one in hours_of_the_year(study)] == found
    assert not any(one.blocks for one in hours_of_the_year(study))


@pytest.mark.parametrize(
    ("what", "blocks"),
    [
        ("学习强国每日积分", True),
        ("“灯塔在线”APP学习时长", True),
        ("线上学习20小时", True),
        ("区委党校集中轮训", False),
        ("补学《教育家精神》一文", False),
    ],
)
def test_vector_31_what_an_app_counted_is_no_hour_of_organised_study(what, blocks):
    found = may_count(what, on=date(2026, 11, 29))

    assert (found.rule_id, found.blocks) == ("C03", blocks)
