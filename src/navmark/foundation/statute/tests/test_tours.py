"""Vector 36: a tour of grade 5, 95 pupils and 5 teachers, its risks assessed, 95 slips signed; and what is wrong with another."""

from dataclasses import replace

import pytest

from navmark.foundation.statute.checks.tours import TourFacts, before_it_sets_out, may_be_listed
from navmark.foundation.statute.tests.fixture import TODAY

TOUR = TourFacts(on=TODAY, grade=5, pupils=95, teachers=5, drive=60)


@pytest.mark.parametrize(
    ("differs", "rule", "blocks"),
    [
        ({}, None, False),
        ({"teachers": 4}, "E29", False),
        ({"is_assessed": False}, "E30", True),
        ({"grade": 2}, "E27", False),
        ({"grade": None}, None, False),
        ({"drive": 130}, "E29", False),
        ({"drive": 130, "rest": 20}, None, False),
        ({"pupils": 0, "teachers": 0}, "E28", False),
        ({"is_insured": False}, "E28", False),
        ({"ungrouped": 1}, "E29", False),
    ],
)
def test_vector_36_a_tour_before_it_sets_out(differs, rule, blocks):
    found = before_it_sets_out(replace(TOUR, **differs))

    assert [(one.rule_id, one.blocks) for one in found] == ([(rule, blocks)] if rule else [])


def test_vector_36_whoever_has_no_slip_cannot_be_listed():
    listed, left_out = may_be_listed(range(95), signed=set(range(93)))

    assert (len(listed), left_out) == (93, [93, 94])
