"""A branch of 24 full and 2 probationary members, with what is due."""

from datetime import timedelta

import pytest

from navmark.foundation.people.models import PostKind, Unit
from navmark.foundation.people.tests.factories import a_branch, holder, our_school
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life.tests.scenes import START
from navmark.project.chores import keep_duties, keep_programme


@pytest.fixture(scope="module")
def at_work(lasting):
    """The key of the branch, in a school with its programme and its duties."""
    return lasting(a_branch_at_work)


def a_branch_at_work(**school):
    with within(our_school(**school)):
        branch = a_branch()
        keep_programme(START - timedelta(days=2))
        keep_duties(START - timedelta(days=2))
    return branch.pk


@pytest.fixture
def branch(at_work, inside):
    return Unit.fresh(at_work)


@pytest.fixture
def clerk(branch):
    return holder(PostKind.CLERK)


@pytest.fixture
def secretary(branch):
    return holder(PostKind.SECRETARY)
