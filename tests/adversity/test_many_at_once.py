"""Twenty-four people sign in within a second, each of them twice; two clerks write at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.utils import timezone

from navmark.foundation.activities import signing_in
from navmark.foundation.activities.models import Method, Presence
from navmark.foundation.activities.tests.factories import DURING, an_activity
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder
from navmark.foundation.proceedings.actions import writing
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.tests.factories import an_item
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.refusals import Stale

pytestmark = [pytest.mark.adversity, pytest.mark.django_db(transaction=True)]


def together(act, arguments) -> list:
    """Run `act` for all arguments at once, each in a thread with a connection of its own."""

    def one(argument):
        try:
            return act(argument)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=12) as pool:
        return list(pool.map(one, arguments))


def test_24_sign_ins_within_a_second_and_their_doubles_make_24_rows(school):
    with within(school):
        activity = an_activity(a_branch(members=24, probationary=0))
        people = [row.person for row in activity.roll.select_related("person")]

    def tap(person):
        with within(school):
            return signing_in.sign_in(activity.pk, person, at=DURING).is_first

    first_times = together(tap, [*people, *people])

    with within(school):
        assert sum(first_times) == 24
        assert activity.roll.filter(presence=Presence.PRESENT, method=Method.OWN).count() == activity.roll.count() == 24
        assert AuditEntry.objects.filter(kind="activities.signed_in").count() == 24


def test_of_two_who_save_the_same_text_one_is_told_and_nothing_is_lost(school):
    with within(school):
        branch = a_branch()
        clerk = holder(PostKind.CLERK)
        item = an_item(an_activity(branch), by=clerk)

    def save(text):
        with within(school):
            try:
                return writing.write_item(AgendaItem.fresh(item.pk), revision=1, points=text, by=clerk, at=timezone.now())
            except Stale as stale:
                return stale

    answers = together(save, ["甲写的", "乙写的"])

    kept = next(one for one in answers if isinstance(one, AgendaItem))
    told = next(one for one in answers if isinstance(one, Stale))
    assert {kept.points, told.current.points} == {kept.points}
    assert kept.points in ("甲写的", "乙写的")
