"""Who says that something is not needed this time: those whom the kind of what is owed names, around the unit that owes it."""

from datetime import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.cadence.models import Duty, Excuse
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_class, a_post, a_staff_member, holder, signed_in
from navmark.foundation.programme.loading import establish_programme
from navmark.project.chores import keep_duties


@pytest.fixture
def owed(inside):
    """What a class owes, and its teacher."""
    now: datetime = timezone.now()
    a_branch()
    one, other = a_class(), a_class(number=2)
    for unit in (one, other):
        a_post(a_staff_member(), PostKind.CLASS_TEACHER, unit=unit)
    establish_programme(at=now)
    keep_duties(now)
    return (
        Duty.objects.filter(place_id=one.pk).first(),
        holder(PostKind.CLASS_TEACHER, one),
        holder(PostKind.CLASS_TEACHER, other),
    )


def test_who_keeps_it_says_so_and_neither_a_colleague_nor_the_secretary(owed):
    duty, teacher, colleague = owed
    page, said = reverse("cadence:excuse", args=[duty.pk]), {"reason": "全校外出"}

    assert signed_in(holder(PostKind.SECRETARY)).post(page, said).status_code == 404
    assert signed_in(colleague).post(page, said).status_code == 403
    assert not Excuse.objects.exists()
    assert signed_in(teacher).post(page, said).status_code == 302
    assert Excuse.objects.get().duty == duty
