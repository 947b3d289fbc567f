"""A mechanism is its folder and one line in the settings: all that lists mechanisms lists it, and no other file changes."""

import sys
from importlib import reload
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from django.urls import clear_url_caches, get_resolver, reverse

from navmark.foundation.activities import kinds
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_viewer
from navmark.foundation.programme import cards
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project import exporting, places, urls
from navmark.project.bench import report
from navmark.project.bench.scene import set_up
from navmark.project.facts import facts_of
from navmark.project.tests.fresh import freshly_built, it_is_sound
from tests import doors, test_doors
from tests.made_up import bringing
from tests.scene import set_scene

pytestmark = pytest.mark.on_one  # of registries; what their parts ask is asked by tests of their own


@pytest.fixture
def installed(settings):
    """The one line, as the product starts with it."""
    registries = [patch.dict(one) for one in (cards._cards, kinds._kinds)]
    for registry in registries:
        registry.start()
    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "tests.made_up"]
    _start_anew()
    yield
    for registry in registries:
        registry.stop()
    _start_anew()


def _start_anew():
    sys.modules.pop("tests.made_up.mechanism", None)
    for module in (urls, doors):
        reload(module)
    clear_url_caches()


def test_it_has_its_line_in_the_navigation_of_those_it_concerns(installed, inside):
    head, other = a_staff_member(), a_staff_member()
    a_post(head, PostKind.MORAL_HEAD)
    here = reverse("reading_corner:books")

    def shown(person):
        first = places.places_for(a_viewer(person)).first
        return here in {one.url for entry in first for one in (entry, *entry.places)}

    assert (shown(head), shown(other)) == (True, False)


def test_its_doors_are_walked_with_all_others(installed, school, neighbour):
    assert sorted(set(test_doors.routes(get_resolver()))) == sorted(doors.DOORS)

    things = set_scene(school, neighbour)
    for name, door in bringing.DOORS.table.items():
        address = reverse(name, args=[things[thing] for thing in door.things])
        assert tuple(doors.knock(things[who], address) for who in doors.WHO) == doors.DOORS[name].answers


def test_what_it_brings_is_in_a_sound_demo_in_numbers_export_and_bench(installed, db, tmp_path, settings, monkeypatch):
    at = freshly_built("2027-01-10", tmp_path, settings, monkeypatch)  # when last year's talks are due
    on, school = at.date(), School.objects.get()

    with within(school):
        it_is_sound(at)
        assert Duty.objects.filter(title=bringing.TASK).exists()
    assert facts_of(school, on=on)["reading_corner.books"] == 1
    exporting.export(school, tmp_path / "e.zip", year=on.year, on=on, at=at)
    assert f"读书角/{on.year}书目.txt" in ZipFile(tmp_path / "e.zip").namelist()
    cases = report.cases_of(set_up(at))
    (books,) = (case for case in cases if case.name == "books")
    assert next(iter(books.requests))().content.decode() == "书目"
    gates = report.gates_of([books], {"books": report.Figure(1.0, 4.0, 12)})
    assert [gate.is_met for gate in gates] == [True, False]
