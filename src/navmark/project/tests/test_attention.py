"""Today's remarks: a committee and its term (vector 29), and to the secretary alone whom to ask after (vector 33)."""

from datetime import date, datetime, time

import pytest
from django.utils.timezone import get_current_timezone

from navmark.foundation.activities import attendance
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Presence
from navmark.foundation.activities.tests.factories import an_activity
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.sources import SCHOOL
from navmark.foundation.people import actions as people
from navmark.foundation.people.models import AbsenceKind, PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_branch, a_viewer, holder
from navmark.project.today import today_for

ELECTED = date(2024, 3, 5)
LAST_SEEN = datetime(2026, 5, 20, 16, 30, tzinfo=get_current_timezone())


@pytest.fixture
def branch(inside):
    inside.in_use_since = date(2026, 1, 1)
    inside.save()
    return a_branch()


@pytest.fixture
def secretary(branch):
    return holder(PostKind.SECRETARY)


def remarks(person, on):
    """As the sweep of that morning left them."""
    waiting.changed(SCHOOL, at=datetime.combine(on, time(0, 1), tzinfo=get_current_timezone()))
    return today_for(a_viewer(person, on=on), on).remarks


def told(person, on):
    return [one.what for one in remarks(person, on) if one.rule and one.rule.id == "A26"]


def about_terms(person, on):
    return [one.what for one in remarks(person, on) if one.rule and one.rule.id.startswith("A05")]


@pytest.fixture
def missing(branch, secretary):
    """Somebody who was last there on 20 May; everybody else came on 20 October too."""
    who = members_on(branch, LAST_SEEN.date()).order_by("sort_key").last()
    for month, presence in ((5, Presence.PRESENT), (10, Presence.ABSENT)):
        activity = an_activity(branch, starts_at=LAST_SEEN.replace(month=month), at=LAST_SEEN)
        at = LAST_SEEN.replace(month=month, hour=17)
        attendance.mark(activity, {who: Mark(presence)}, by=secretary, at=at)
        attendance.all_others_present(activity, by=secretary, at=at)
    return who


@pytest.mark.parametrize(("on", "count"), [(date(2026, 7, 19), 0), (date(2026, 7, 20), 1), (date(2026, 9, 20), 1)])
def test_after_two_months_the_secretary_is_asked_to_care_after_four_to_talk(missing, secretary, on, count):
    words = [words for words in told(secretary, on) if words.startswith(missing.name)]

    assert len(words) == count
    assert all(("谈心" in one) is (on >= date(2026, 9, 20)) for one in words)


def test_nobody_else_reads_who_is_asked_after(missing, branch, secretary):
    on = date(2026, 11, 20)
    others = [person for person in members_on(branch, on) if person != secretary]

    assert [words for words in told(secretary, on) if words.startswith(missing.name)]
    assert not [words for person in others for words in told(person, on)]


def test_a_known_reason_silences_it(missing, secretary):
    people.note_absence(missing, kind=AbsenceKind.SICK, from_day=date(2026, 6, 1), note="住院", by=secretary, at=LAST_SEEN)

    assert not [words for words in told(secretary, date(2026, 11, 20)) if words.startswith(missing.name)]


def test_nothing_counts_from_before_the_school_used_it(inside, branch, secretary):
    inside.in_use_since = date(2026, 11, 1)
    inside.save()

    assert told(secretary, date(2026, 12, 20)) == []


@pytest.mark.parametrize(("on", "count"), [(date(2026, 9, 4), 0), (date(2026, 9, 5), 1), (date(2027, 3, 6), 1)])
def test_the_end_of_the_term_is_said_half_a_year_before(branch, secretary, on, count):
    people.start_committee_term(branch, elected_on=ELECTED, by=secretary, at=LAST_SEEN)

    words = about_terms(secretary, on)

    assert len(words) == count
    assert all("2027年3月5日" in one for one in words)


def test_a_member_reads_nothing_of_it(branch):
    member = next(one for one in members_on(branch, ELECTED) if not one.posts.exists())

    assert remarks(member, date(2027, 4, 1)) == []
