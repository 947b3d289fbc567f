"""Fixtures that every folder's tests share: two schools, ours and the neighbour's, with the door open to ours."""

import os
import tempfile

os.environ.setdefault("NAVMARK_DATA", tempfile.mkdtemp(prefix="navmark-test-"))

import datetime

import pytest

from navmark.foundation.tenancy.scope import within


@pytest.fixture
def school(db):
    from navmark.foundation.tenancy.models import School

    return School.objects.create(name="启明实验小学", in_use_since=datetime.date(2026, 9, 1))


@pytest.fixture
def neighbour(db):
    from navmark.foundation.tenancy.models import School

    return School.objects.create(name="隔壁小学", in_use_since=datetime.date(2026, 9, 1))


@pytest.fixture
def inside(school):
    """The door to our school, open for the whole test."""
    with within(school):
        yield school
