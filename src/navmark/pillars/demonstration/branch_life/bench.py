"""What is measured here: a general meeting that began five minutes ago, its page, its sign-in, and the year at a glance."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse

from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import branches, secretary_of
from navmark.foundation.programme.at_a_stroke import begun, plan_of
from navmark.foundation.programme.bringing import Bench, Case
from navmark.pillars.demonstration.branch_life import kinds

SQL_OF_A_MEETING = 24


def bench(browser_of: Callable[[Person], Any], *, at: datetime) -> Bench:
    branch = branches(at.date())[0]
    secretary = secretary_of(branch, at.date())
    assert secretary is not None
    plan = plan_of(kinds.ASSEMBLY, branch, at - timedelta(minutes=5), host=secretary, recorder=secretary)
    scene = begun(plan, browser_of, by=secretary, at=at - timedelta(days=3))
    leader, rounds = browser_of(secretary), len(scene.people)

    def pages(url: str) -> list:
        return [lambda: leader.get(url)] * rounds

    def signs(member: Any) -> Callable[[], Any]:
        return lambda: member.post(scene.sign_in)

    return Bench(
        cases=(
            Case("meeting_of_24", pages(scene.page), "bare_view", sql=SQL_OF_A_MEETING),
            Case("coverage", pages(reverse("activities:year", args=["branch_life"])), "bare_view", times=8, sql=12),
            Case("sign_in", [signs(member) for member in scene.people], "bare_insert", times=2, sql=9),
        ),
        sheet=reverse("activities:sign_in_sheet", args=[scene.activity.pk]),
    )
