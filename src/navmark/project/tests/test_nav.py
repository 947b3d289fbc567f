"""The navigation marks where one is, also on pages that have no line of their own."""

import pytest
from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_viewer, holder
from navmark.project.nav import entries_for


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/", "today"),
        ("/demonstration/branch-life/meetings/1/", "branch_life:year"),
        ("/demonstration/branch-life/plan/talk/", "branch_life:choose"),
        ("/people/import/", "people:import"),
        ("/calendar/holidays/", "terms"),
    ],
)
def test_the_longest_address_wins_and_a_mechanisms_pages_belong_to_its_first_line(inside, path, line):
    a_branch()
    viewer = a_viewer(holder(PostKind.SECRETARY))

    assert [entry.url for entry in entries_for(viewer, path) if entry.current] == [reverse(line)]


@pytest.mark.parametrize("path", ["/notices/", "/my/attendance/", "/people/account/", "/rules/A22/", "/no-such-page/"])
def test_pages_without_a_line_do_not_pretend_to_be_today(inside, path):
    a_branch()
    viewer = a_viewer(holder(PostKind.SECRETARY))

    assert [entry.label for entry in entries_for(viewer, path) if entry.current] == []
