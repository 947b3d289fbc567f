"""A kind joins only a gathering that there is, of its own unit, whose roll is kept as its own is."""

from types import SimpleNamespace

import pytest

from navmark.foundation.programme.nouns.activities.sense import joins_nothing


def a_kind(code, *joins, unit="school", line=False, counted=False):
    return SimpleNamespace(code=code, table=SimpleNamespace(joins=joins, unit=unit, line=line, is_counted=counted))


@pytest.mark.parametrize(
    ("one", "whole", "said"),
    [
        (a_kind("talk", "assembly"), a_kind("meeting"), "meeting"),
        (a_kind("talk", "talk"), a_kind("meeting"), "meeting"),
        (a_kind("talk", "meeting"), a_kind("meeting", line=True), "no gathering|没有"),
        (a_kind("talk", "meeting"), a_kind("meeting", unit="grade"), "grade"),
        (a_kind("talk", "meeting"), a_kind("meeting", counted=True), "count"),
        (a_kind("talk", "meeting", line=True), a_kind("meeting"), "count"),
    ],
)
def test_what_does_not_fit_is_named_at_its_key(one, whole, said):
    (fault,) = joins_nothing({"activity": [one, whole]})
    assert fault.path == ("activity", "talk", "joins") and any(word in fault.words for word in said.split("|"))


def test_a_roll_is_joined_by_a_roll_and_by_a_number():
    both = [a_kind("talk", "meeting"), a_kind("book", "meeting", counted=True)]
    assert not [*joins_nothing({"activity": [*both, a_kind("meeting")]})]
