"""Every finding carries the rule, its version, its article and how sure we are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.checks import ballots, care, committee, content, elections, review, voting

n = st.integers(1, 60)
days = st.dates(date(2022, 2, 1), date(2035, 12, 31))

CHECKS = [
    lambda a, b, on: voting.vote(entitled=a + b, present=a, ayes=a // 2, on=on),
    lambda a, b, on: voting.committee_quorum(committee=a + b, present=a, on=on),
    lambda a, b, on: voting.leaders_quorum(leaders=a + b, present=a, personnel=a % 2 == 0, on=on),
    lambda a, b, on: ballots.ballot_sheet(
        present=a + b, issued=a + b, collected=a, ayes=a - 1, noes=1, abstentions=0, invalid=0, on=on
    ),
    lambda a, b, on: elections.candidate_margin(seats=a, candidates=b, on=on),
    lambda a, b, on: elections.elected(entitled=a + b, present=a, ayes=a // 2, on=on),
    lambda a, b, on: elections.election_stands(issued=a, collected=b, on=on),
    lambda a, b, on: content.theme_day_content(contents={"study"} if a % 2 else (), on=on),
    lambda a, b, on: content.life_meeting(talks_before=a - 1, rectifications=b - 1, on=on),
    lambda a, b, on: committee.committee(full_members=a + b, size=b, on=on),
    lambda a, b, on: committee.committee_term(elected_on=date(2022, 1, 1), on=on),
    lambda a, b, on: review.may_be_graded(full_member=a % 2 == 0, on=on),
    lambda a, b, on: review.excellent_share(members=a + b, excellent=a, on=on),
    lambda a, b, on: care.absence(last_seen=date(2022, 1, 1), on=on),
]


@pytest.mark.parametrize("check", CHECKS)
@given(a=n, b=n, on=days)
def test_it_names_rule_version_article_and_confidence(check, a, b, on):
    finding = check(a, b, on)
    law = rule(finding.rule_id, on=on)
    assert (finding.version, finding.article, finding.confidence) == (law.version, law.citation(), law.confidence)
    assert finding.level == law.effective_level
    assert str(finding.message)
    assert "{" not in str(finding.message)


@pytest.mark.parametrize("check", CHECKS)
def test_judging_the_same_old_day_again_gives_the_same_answer(check):
    on = date(2024, 6, 1)
    first, again = check(20, 4, on), check(20, 4, on)
    assert (first.outcome, first.version, str(first.message)) == (again.outcome, again.version, str(again.message))
