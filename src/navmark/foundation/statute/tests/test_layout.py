"""Vector 40, second half: the margins of an official document."""

import pytest

from navmark.foundation.statute.checks.layout import margins
from navmark.foundation.statute.findings import Outcome
from navmark.foundation.statute.rules import Level
from navmark.foundation.statute.tests.fixture import TODAY


@pytest.mark.parametrize("top", [36, 37, 38])
def test_vector_40_the_standards_margins_pass(top):
    assert margins(top=top, left=28, bottom=35, right=26, on=TODAY).outcome == Outcome.OK


def test_vector_40_a_word_processors_own_margins_warn():
    finding = margins(top=25.4, left=25.4, bottom=25.4, right=25.4, on=TODAY)
    assert (finding.outcome, finding.level, finding.blocks) == (Outcome.PROBLEM, Level.WARN, False)
