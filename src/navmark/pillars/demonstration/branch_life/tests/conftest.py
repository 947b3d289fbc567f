"""A branch of 24 full and 2 probationary members, with what is due."""

from datetime import timedelta

import pytest

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder
from navmark.pillars.demonstration.branch_life.tests.scenes import START
from navmark.project.chores import keep_duties, keep_programme


@pytest.fixture
def branch(inside):
    branch = a_branch()
    keep_programme(START - timedelta(days=2))
    keep_duties(START - timedelta(days=2))
    return branch


@pytest.fixture
def clerk(branch):
    return holder(PostKind.CLERK)


@pytest.fixture
def secretary(branch):
    return holder(PostKind.SECRETARY)
