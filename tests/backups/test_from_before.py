"""A backup taken before the house was rebuilt (version of 2026-11-28, one of everything, synthetic people) restores today."""

import json
from pathlib import Path

import pytest

KEPT = Path(__file__).parent / "kept"
HELD = {"members": 26, "committee": 5, "party_groups": 4, "classes": 1, "activities_held": 4, "decisions": 3}


@pytest.fixture
def restored(run):
    run("restore", "old", KEPT / "before-the-house-was-rebuilt.zip", "--keys", KEPT / "its-recovery-sheet.txt")
    return json.loads(run("facts", "old", "--json"))


def test_it_restores_with_its_people_its_meetings_and_its_files(restored, school_a):
    assert restored.items() >= HELD.items()
    assert list((school_a / "old" / "files").rglob("*.pdf"))


def test_what_it_holds_is_sound(restored, run):
    assert all(one["ok"] for one in json.loads(run("doctor", "old", "--json")))
