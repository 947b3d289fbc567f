"""The trail says from what to what; of what is sealed only that it changed."""

from django.utils import timezone

from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.actions.persons import change_person
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.tests.factories import a_staff_member


def test_a_corrected_detail_is_told_and_a_sealed_one_is_not(inside):
    person = a_staff_member()
    phone = "13900000001"

    change_person(person, phone=phone, job="年级组长", by=person, at=timezone.now())
    entry = history_of(person).get(kind="people.changed")

    told = {(one.old, one.new) for one in deeds([entry])[0].changes}
    assert ("", "") in told
    assert any(new == "年级组长" for _old, new in told)
    assert phone not in entry.payload
