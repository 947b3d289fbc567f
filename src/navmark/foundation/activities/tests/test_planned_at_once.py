"""Several people plan a meeting of one unit at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from navmark.foundation.activities.models import Part
from navmark.foundation.activities.tests.factories import FEW, an_activity
from navmark.foundation.people.tests.factories import a_branch
from navmark.foundation.tenancy.scope import within

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def test_each_meeting_gets_a_number_of_its_own(school):
    with within(school):
        branch = a_branch()
    start = Barrier(AT_ONCE)

    def plan(_place):
        try:
            with within(school):
                start.wait(timeout=20)
                an_activity(branch, FEW.code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(plan, range(AT_ONCE)))

    with within(school):
        assert sorted(Part.objects.values_list("number", flat=True)) == list(range(1, AT_ONCE + 1))
