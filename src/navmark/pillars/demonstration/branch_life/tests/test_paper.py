"""What stands on paper comes from the rows of the meeting's own day."""

from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.people.models import UnitMembership
from navmark.foundation.people.queries import party_groups
from navmark.foundation.people.tests.factories import signed_in
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import START, held


def roll_of(activity):
    return facts.records_of(activity)[activity.parts.get()].roll


def test_the_sign_in_sheet_names_the_group_that_each_belonged_to_that_day(branch, clerk, secretary):
    meeting = held(kinds.ASSEMBLY, branch, clerk)
    first, second, *_rest = party_groups(branch, START.date())
    UnitMembership.objects.filter(person=secretary).update(to_day=START.date())
    UnitMembership.objects.create(person=secretary, unit=second, from_day=START.date() + timedelta(days=1))

    groups = {one.name: one.group for one in roll_of(meeting)}

    assert groups[secretary.name] == first.name
    assert set(groups.values()) == {group.name for group in party_groups(branch, START.date())}


@pytest.mark.parametrize("sheet", ["sign_in_sheet", "slips", "tally"])
def test_what_is_printed_for_the_meeting_is_also_a_file_to_edit(sheet, branch, clerk):
    meeting = held(kinds.ASSEMBLY, branch, clerk)
    place = [meeting.pk] if sheet == "sign_in_sheet" else [meeting.pk, 1]
    client = signed_in(clerk)
    page = client.get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()

    for form, start in (("", b"%PDF"), ("_docx", b"PK")):
        address = reverse(f"branch_life:{sheet}{form}", args=place)
        assert address in page
        assert client.get(address).content.startswith(start)
