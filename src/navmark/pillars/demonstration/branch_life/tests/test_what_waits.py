"""Whatever happens, in whatever order, each row of what waits is what a slow derivation yields (house rule 5)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from django.utils.timezone import get_current_timezone, localdate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from navmark.foundation.activities import actions as activities
from navmark.foundation.activities import attendance, signing_in
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.cadence import actions as cadence
from navmark.foundation.cadence import cadences
from navmark.foundation.cadence.models import Cadence, Duty, Step
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.cadence.waiting import astray, refresh_everything
from navmark.foundation.people import actions as people
from navmark.foundation.people.models import Post, PostKind
from navmark.foundation.people.queries import members_on, party_groups
from navmark.foundation.people.tests.factories import a_branch, holder
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import actions, kinds
from navmark.pillars.demonstration.branch_life.models import Proposal
from navmark.pillars.demonstration.branch_life.tests.scenes import item_of
from navmark.project.chores import keep_duties

NOW = datetime(2026, 11, 25, 19, tzinfo=get_current_timezone())
KINDS = (kinds.COMMITTEE, kinds.GROUP, kinds.LECTURE, kinds.THEME_DAY)
DEEDS = (
    "plan",
    "move",
    "cancel",
    "hold",
    "sign_in",
    "unmark",
    "submit",
    "reopen",
    "lock",
    "task",
    "finish",
    "excuse",
    "hand_over",
    "propose",
)
DEEDS += ("answer", "next_day", "switch_off", "switch_on")


@pytest.fixture
def branch(inside):
    inside.in_use_since, inside.is_demo = date(2026, 9, 1), True  # nobody has to back it up, whatever the clock
    inside.save()
    branch = a_branch(members=6, probationary=0, committee=3, groups=2)
    keep_duties(NOW)
    return branch


class History:
    """What happens to one school, each deed to the `pick`th of the things to which it can be done."""

    def __init__(self, branch):
        self.branch, self.at = branch, NOW
        self.clerk, self.secretary = holder(PostKind.CLERK), holder(PostKind.SECRETARY)

    def do(self, deed, pick):
        with transaction.atomic():
            getattr(self, deed)(pick)

    def _one(self, pick, **where):
        rows = list(Activity.objects.filter(**where).order_by("pk"))
        return Activity.fresh(rows[pick % len(rows)].pk) if rows else None

    def _plan(self, pick):
        kind, starts = KINDS[pick % len(KINDS)], self.at - timedelta(days=pick % 70 - 10, hours=3)
        unit = party_groups(self.branch, localdate(self.at))[pick % 2] if kind == kinds.GROUP else self.branch
        return Plan(
            unit=unit, title=f"会议{pick}", parts=[PlannedPart(kind)], starts_at=starts, host=self.secretary, recorder=self.clerk
        )

    def plan(self, pick):
        arrange(self._plan(pick), by=self.clerk, at=self.at)

    def move(self, pick):
        if one := self._one(pick, state=ActivityState.PLANNED):
            activities.change(one, self._plan(pick + 1), by=self.clerk, at=self.at)

    def cancel(self, pick):
        if one := self._one(pick, state=ActivityState.PLANNED):
            activities.cancel(one, because="改期", by=self.clerk, at=self.at)

    def hold(self, pick):
        if one := self._one(pick, state=ActivityState.PLANNED, starts_at__lte=self.at):
            attendance.all_others_present(one, by=self.clerk, at=self.at)

    def sign_in(self, pick):
        if one := self._one(pick, state=ActivityState.PLANNED, completed_at=None, starts_at__lte=self.at):
            signing_in.sign_in(one.pk, one.roll.filter(expected=True).first().person, at=self.at)

    def unmark(self, pick):
        if one := self._one(pick, state=ActivityState.HELD, completed_at=None):
            attendance.take_marks_back(one, by=self.clerk, at=self.at)

    def submit(self, pick):
        if one := self._one(pick, state=ActivityState.HELD, completed_at=None):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(signing.selfcheck, "findings", lambda activity: [])
                signing.submit(record_of(one), by=(self.clerk, self.secretary)[pick % 2], at=self.at)

    def reopen(self, pick):
        if one := self._one(pick, completed_at__isnull=False, closed_at=None):
            signing.reopen(record_of(one), by=self.clerk, at=self.at)

    def lock(self, pick):
        if one := self._one(pick, completed_at__isnull=False, closed_at=None):
            minutes = record_of(one)
            by = self.clerk if minutes.submitted_by == self.secretary.pk else self.secretary
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(signing.selfcheck, "findings", lambda activity: [])
                signing.lock(minutes, snapshot={"title": one.title}, by=by, at=self.at)

    def task(self, pick):
        if one := self._one(pick, state=ActivityState.HELD, completed_at=None, parts__kind=kinds.COMMITTEE):
            task = deciding.Task(f"事项{pick}", self.secretary, localdate(self.at) + timedelta(days=pick % 9))
            deciding.decide(item_of(one, self.clerk), text="同意。", tasks=[task], by=self.clerk, at=self.at)

    def finish(self, pick):
        rows = list(FollowUp.objects.order_by("pk"))
        if rows:
            deciding.finish_task(rows[pick % len(rows)], on=localdate(self.at), by=self.secretary, at=self.at)

    def excuse(self, pick):
        rows = list(Duty.objects.filter(cadence__isnull=False, settled="").order_by("period_key", "pk"))
        cadence.excuse(rows[pick % len(rows)], reason="停课", by=self.secretary, at=self.at)

    def hand_over(self, pick):
        """The clerk's office goes to a member."""
        on, members = localdate(self.at), list(members_on(self.branch, localdate(self.at)))
        other = members[pick % len(members)]
        if not Post.objects.on(on).filter(person=other).exists():
            post = Post.objects.on(on).filter(kind=PostKind.CLERK).first()
            if post is not None:
                people.dismiss(post, last_day=on, by=self.secretary, at=self.at)
            people.appoint(
                other, kind=PostKind.CLERK, unit=self.branch, from_day=on + timedelta(days=1), by=self.secretary, at=self.at
            )

    def propose(self, pick):
        actions.propose(self.branch, {"theme": f"主题{pick}", "form": "", "why": ""}, by=self.clerk, at=self.at)

    def answer(self, pick):
        rows = list(Proposal.objects.filter(state="open").order_by("pk"))
        if rows:
            actions.answer(rows[pick % len(rows)], "下月安排。", by=self.secretary, at=self.at)

    def switch_off(self, pick):
        cadences.switch_off(Cadence.objects.filter(activity_kind=KINDS[pick % len(KINDS)]), at=self.at)

    def switch_on(self, pick):
        cadences.switch_on(Cadence.objects.filter(activity_kind=KINDS[pick % len(KINDS)]), at=self.at)

    def next_day(self, pick):
        self.at += timedelta(days=1 + pick % 9)
        keep_duties(self.at)


@pytest.mark.on_one  # the past of the demo ends on both with the same question (`project/tests/test_demo.py`)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(deeds=some.lists(some.tuples(some.sampled_from(DEEDS), some.integers(0, 99)), min_size=3, max_size=14))
def test_each_row_is_what_a_slow_derivation_yields_after_any_history(branch, deeds):
    with transaction.atomic():
        history = History(branch)
        for deed, pick in deeds:
            history.do(deed, pick)
            assert astray(on=localdate(history.at)) == 0, deed
            assert Duty.objects.filter(closed_at=None, settled="").exclude(cadence__active_to=None).count() == 0, deed
        assert refresh_everything(at=history.at) == 0
        assert sweep(on=localdate(history.at), at=history.at) == 0
        transaction.set_rollback(True)


def test_what_is_switched_off_asks_for_nothing_until_it_is_on_again(branch):
    theme_days = Cadence.objects.filter(activity_kind=kinds.THEME_DAY)
    open_ones = lambda: set(Duty.objects.filter(cadence__in=theme_days, closed_at=None).values_list("period_key", flat=True))  # noqa: E731
    asked = open_ones()

    cadences.switch_off(theme_days, at=NOW)
    assert asked and open_ones() == set()
    cadences.switch_on(theme_days, at=NOW)
    assert open_ones() == asked

    cadences.switch_off(theme_days, at=NOW)
    later = NOW + timedelta(days=40)
    keep_duties(later)
    assert open_ones() == set()
    cadences.switch_on(theme_days, at=later)
    assert min(open_ones()) == f"{localdate(later):%Y-%m}"  # what passed while it was off is not asked for


def test_a_record_goes_from_whoever_writes_it_to_whoever_signs_it_and_then_waits_for_nobody(branch):
    history = History(branch)
    steps = lambda: {(row.step, row.circles, row.but_not) for row in Duty.objects.filter(source_kind="record")}  # noqa: E731
    history.plan(12)
    assert not steps()

    history.hold(0)
    assert {step for step, _circles, _not in steps()} == {Step.RECORD}
    history.submit(0)
    assert (Step.LOCK, "secretary deputy_secretary", history.clerk.pk) in steps()
    history.lock(0)
    assert not steps()
