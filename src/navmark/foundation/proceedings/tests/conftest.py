"""A branch whose meetings have been held."""

import pytest

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder


@pytest.fixture
def branch(inside):
    return a_branch()


@pytest.fixture
def clerk(branch):
    return holder(PostKind.CLERK)


@pytest.fixture
def secretary(branch):
    return holder(PostKind.SECRETARY)
