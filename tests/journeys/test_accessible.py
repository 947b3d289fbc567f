"""No page breaks a rule of WCAG 2.2 AA that a machine can check, on an office computer or on a phone."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.records.actions import attach
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project.demo import build
from navmark.project.demo.school import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def addresses() -> list[str]:
    plain = (
        "today",
        "branch_life:year",
        "branch_life:talks",
        "branch_life:choose",
        "branch_life:led",
        "branch_life:proposals",
        "cadence:list",
    )
    plain += ("cadence:party_year", "notices:inbox", "people:list", "people:units", "people:import", "people:codes", "people:add")
    plain += (
        "people:account",
        "activities:own_attendance",
        "activities:feed_address",
        "terms",
        "holidays",
        "privacy:log",
        "export",
    )
    made = [reverse(name) for name in plain]
    made += [reverse("branch_life:plan", args=[kind]) for kind in ("committee_meeting", "theme_day", "talk", "group_meeting")]
    for activity in (Activity.objects.filter(closed_at__isnull=True).first(), Activity.objects.exclude(closed_at=None).first()):
        made.append(reverse("branch_life:meeting", args=[activity.pk]))
    open_one = Activity.objects.filter(closed_at__isnull=True).order_by("-starts_at").last()
    made += [reverse(name, args=[open_one.pk]) for name in ("activities:roll", "branch_life:copy", "branch_life:change")]
    made += [reverse("proceedings:vote_add", args=[AgendaItem.objects.filter(part__activity=open_one).first().pk])]
    upload = SimpleUploadedFile("签到表原件.pdf", b"%PDF-")
    file = attach(upload, owner_kind=ACTIVITY, owner_id=open_one.pk, by=open_one.recorder, at=timezone.now())
    made += [reverse("branch_life:meeting", args=[open_one.pk]), reverse("records:attach", args=[ACTIVITY, open_one.pk])]
    made += [reverse("records:remove", args=[file.pk])]
    made += [reverse("statute:rule", args=["A08"]), reverse("people:branch", args=[Unit.objects.filter(kind="branch").get().pk])]
    made += [reverse("privacy:purpose", args=[Person.objects.filter(engagements__kind="pupil").first().pk])]
    return [*made, reverse("people:person", args=[Person.objects.filter(posts__kind="secretary").first().pk])]


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_accessible(open_window, width):
    build(at=timezone.now() - timedelta(minutes=1))
    school = School.objects.get()
    page = open_window(viewport={"width": width, "height": 900})
    faults = {}
    for address in ("/login/", "/join/"):
        page.goto(address)
        faults[address] = _faults(page)
    page.goto("/login/")
    page.fill("[name=username]", "shuji")
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    with within(school):
        wanted = addresses()
    for address in wanted:
        answer = page.goto(address)
        assert answer.ok, f"{address}: {answer.status}"
        faults[address] = _faults(page)
        overflow = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not overflow, f"{address} is wider than its window of {width}"
    told = [f"{address} {fault}" for address, found in faults.items() for fault in found]
    assert not told, "\n".join(told)


def _faults(page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})" for one in found]
