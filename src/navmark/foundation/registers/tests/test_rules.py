"""A mechanism of code checks a step by plain values, and is called after it: here a made-up one."""

from dataclasses import replace

import pytest
from django.urls import reverse

from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.registers import refusals, rules
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.rules import StepRule
from navmark.foundation.registers.tests.scene import ANSWERS, AT, an_entry, make_school, took
from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Outcome, found
from navmark.foundation.statute.rules import Level
from navmark.foundation.tenancy.scope import within

UNFIT, MOVED = 422, 302


@pytest.fixture
def here(inside, monkeypatch):
    monkeypatch.setattr(rules, "_rules", {})
    return make_school()


def finding(level):
    made = found(rule("A08", on=AT.date()), Outcome.PROBLEM, "{measure} is too little", measure="换灯")
    return replace(made, level=level)


def checked(level, seen):
    def check(facts):
        seen.append(facts)
        if facts.values["measure"] == "换灯":
            yield finding(level)

    return StepRule("mending", "accept", check=check)


def test_a_block_refuses_the_step_and_nothing_is_half_done(here):
    seen = []
    rules.register_rule(checked(Level.BLOCK, seen))

    with pytest.raises(refusals.StepBlocked, match="too little"):
        took(an_entry(here), "accept", ANSWERS, by=here.owner)
    assert Entry.objects.get().state == "new"
    assert (seen[0].state, seen[0].owner, seen[0].values["due"]) == ("new", here.owner.pk, ANSWERS["due"])
    assert took(Entry.objects.get(), "accept", {**ANSWERS, "measure": "重新布线"}, by=here.owner).state == "mending"


def test_a_warning_is_read_and_the_step_taken_on_purpose(here, school):
    rules.register_rule(checked(Level.WARN, []))
    entry, mine = an_entry(here), signed_in(here.owner)
    address, told = reverse("registers:step", args=[entry.pk, "accept"]), {"paper-measure": "换灯", "paper-due": "2026-12-01"}

    page = mine.post(address, told)
    assert page.status_code == UNFIT and "too little" in page.content.decode() and 'name="sure"' in page.content.decode()
    assert mine.post(address, told | {"sure": "1"}).status_code == MOVED
    with within(school):
        assert Entry.objects.get().state == "mending"


def test_a_hook_is_called_after_the_step_in_the_same_transaction(here):
    called = []
    rules.register_rule(StepRule("mending", "accept", after=lambda entry, by, at: called.append((entry.state, by, at))))
    took(an_entry(here), "accept", ANSWERS, by=here.owner)
    assert called == [("mending", here.owner, AT)]

    def fails(entry, *, by, at):
        raise refusals.NoFile

    rules.register_rule(StepRule("mending", "report", after=fails))
    with pytest.raises(refusals.NoFile):
        took(Entry.objects.get(), "report", by=here.owner)
    assert Entry.objects.get().state == "mending"
