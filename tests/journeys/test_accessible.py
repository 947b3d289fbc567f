"""No page breaks a rule of WCAG 2.2 AA that a machine can check, on an office computer or on a phone.

Which pages there are is not listed here: it is every route of the table of doors that shows the secretary a page.
"""

from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Error, Page

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.people.models import Unit
from navmark.foundation.people.tests.factories import an_administrator, signed_in
from navmark.foundation.proceedings.actions import writing
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held
from tests.doors import DOORS, OK, WHO
from tests.journeys.cast import clerk, secretary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
# A bar that stays at the foot covers whatever row is there now; one scrolls it into sight, which a picture of one moment cannot.
FAULTS = """async rules => {
    document.querySelectorAll(".at-the-foot").forEach(bar => { bar.style.position = "static"; });
    return (await axe.run(rules)).violations.map(
        one => `${one.id}: ${one.nodes[0].html.slice(0, 160)} (${one.nodes.length})`);
}"""
EMPTY_AND_SEND = """() => {
    const form = document.querySelector("main form[method=post]");
    [...form.elements].forEach(one => { if (one.type !== "hidden" && "value" in one) one.value = ""; });
    form.submit();
}"""
WIDTHS = (1280, 390)
FAULT = 500
SHARES = 3  # of the pages; each takes ten seconds
REFUSED = (
    "login",
    "activities:plan",
    "people:add",
    "branch_life:proposals",
    "proceedings:vote_add",
)  # 422, with words at the fields


class Inspector:
    """Looks at each page at both widths, and remembers every fault with the page's address."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.faults: list[str] = []
        self.seen = 0
        page.add_init_script(Axe().axe_script)

    def be(self, client: Client) -> None:
        """Who sits before the screen from now on."""
        self.page.context.clear_cookies()
        cookie = client.cookies.get("sessionid")
        if cookie:
            self.page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": self.base}])

    def open(self, address: str) -> None:
        """Look at the page there; what hands out a file, or leads elsewhere, shows none."""
        try:
            answer = self.page.goto(address)
        except Error as error:
            assert "Download is starting" in error.message, f"{address}: {error.message}"
            return
        assert answer and answer.status != FAULT, address
        if answer.status == OK and answer.url == self.base + address and answer.headers["content-type"].startswith("text/html"):
            self.look(address)

    def look(self, address: str) -> None:
        self.seen += 1
        if "---------" in self.page.content():
            self.faults.append(f"{address} says --------- where nothing is chosen")
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.faults += [f"{address} at {width}: {fault}" for fault in self.page.evaluate(FAULTS, RULES)]
            if self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                self.faults.append(f"{address} is wider than its window of {width}")

    def refuse(self, address: str) -> None:
        """Send the page's form with nothing in it, past what the browser would hold back."""
        self.page.goto(address)
        with self.page.expect_navigation():
            self.page.evaluate(EMPTY_AND_SEND)
        assert self.page.locator(".error-summary").count() == 1, f"{address} refuses nothing"
        self.look(f"{address} refused")


@pytest.fixture
def inspector(open_window, live_server) -> Inspector:
    return Inspector(open_window(), live_server.url)


def addresses_for(who: str, things: dict[str, Any]) -> list[str]:
    """Every address that the table of doors opens to `who`, pages and files."""
    place = WHO.index(who)
    doors = {name: door for name, door in DOORS.items() if door.method == "get" and door.answers[place] == OK}
    return [reverse(name, args=[things[thing] for thing in door.things]) for name, door in doors.items()]


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_of_the_table_of_doors_is_accessible(school, scene, inspector, share):
    with within(school):
        more = further_pages(scene["branch_row"], scene)
    for who, addresses in (
        ("stranger", addresses_for("stranger", scene)),
        ("secretary", addresses_for("secretary", scene) + more),
    ):
        inspector.be(scene[who])
        for address in addresses[share::SHARES]:
            inspector.open(address)

    assert inspector.seen > 50 / SHARES
    assert not inspector.faults, "\n".join(inspector.faults)


def further_pages(branch: Unit, things: dict[str, Any]) -> list[str]:
    """Pages that look different with other rows behind them than the scene of the doors has."""
    at = timezone.now()
    plan = Plan(unit=branch, title="下周的会", parts=[PlannedPart(kinds.COMMITTEE)], starts_at=at + timedelta(days=7))
    ahead = arrange(plan, by=clerk(), at=at)
    closed = held(kinds.COMMITTEE, branch, clerk(), starts_at=at - timedelta(days=3))
    signing.submit(record_of(closed), by=clerk(), at=at)
    signing.lock(record_of(closed), snapshot=facts.snapshot_of(closed), by=secretary(), at=at)
    meetings = [reverse("branch_life:meeting", args=[one.pk]) for one in (ahead, closed)]
    meetings += [reverse("branch_life:meeting", args=[Activity.objects.get(parts=things["day_part"]).pk])]
    plans = [reverse("activities:plan", args=[kind]) for kind in (kinds.THEME_DAY, kinds.TALK, kinds.GROUP)]
    return [*meetings, *plans, reverse("activities:roll", args=[ahead.pk]), reverse("people:person", args=[secretary().pk])]


def test_a_refused_form_is_accessible(scene, inspector):
    for name in REFUSED:
        inspector.be(scene["stranger" if name == "login" else "secretary"])
        things = [kinds.COMMITTEE] if name == "activities:plan" else [scene[thing] for thing in DOORS[name].things]
        inspector.refuse(reverse(name, args=things))

    assert not inspector.faults, "\n".join(inspector.faults)


TYPE_LATER = """action => {
    const form = document.querySelector(`form[action="${action}"]`);
    form.elements.points.value = "后写的";
    form.submit();
}"""


def test_the_page_with_both_versions_is_accessible(school, scene, inspector):
    inspector.be(scene["secretary"])
    inspector.page.goto(reverse("branch_life:meeting", args=[scene["meeting"]]) + f"?edit={scene['item']}")
    with within(school):
        item = AgendaItem.fresh(scene["item"])
        writing.write_item(item, title="议题一", points="先写的", revision=item.revision, by=secretary(), at=timezone.now())
    with inspector.page.expect_navigation():
        inspector.page.evaluate(TYPE_LATER, reverse("proceedings:item_save", args=[item.pk]))

    assert "先写的" in inspector.page.inner_text("section.card")
    assert inspector.page.input_value("[name=points]") == "后写的"
    inspector.look("both versions")
    assert not inspector.faults, "\n".join(inspector.faults)


def test_a_school_that_has_only_begun_is_accessible(db, inspector):
    inspector.open(reverse("people:first_run"))
    school = School.objects.create(name="新学校", in_use_since=timezone.localdate())
    with within(school):
        alone = signed_in(an_administrator())
    inspector.be(alone)
    names = [name for name, door in DOORS.items() if door.method == "get" and not door.things and name != "people:first_run"]
    for address in map(reverse, names):
        inspector.open(address)

    assert inspector.seen > 10
    assert not inspector.faults, "\n".join(inspector.faults)
