"""What a mechanism's bench holds to a number of statements holds with each run of the tests, in a school made in a second.

Today has limits of its own, in `project/tests/test_queries_of_today.py`.
"""

from itertools import chain

import pytest
from django.utils import timezone

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, an_account, holder
from navmark.foundation.programme.loading import establish_programme
from navmark.project.bench.measuring import statements
from navmark.project.bench.scene import LEADER, set_up
from navmark.project.chores import keep_duties


@pytest.fixture
def cases(inside):
    now = timezone.now()
    inside.in_use_since = timezone.localdate(now).replace(month=1, day=1)
    inside.save()
    a_branch()
    an_account(holder(PostKind.SECRETARY), login=LEADER)
    establish_programme(at=now)
    keep_duties(now)
    return list(chain.from_iterable(bench.cases for bench in set_up(now).benches))


def test_each_case_keeps_to_its_statements(cases):
    held = {case.name: (statements(next(iter(case.requests))), case.sql) for case in cases if case.sql is not None}

    assert {"meeting_of_24", "coverage", "sign_in"} <= held.keys()
    assert {name: found for name, found in held.items() if found[0] > found[1]} == {}
