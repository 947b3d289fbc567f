"""Who takes part in the journeys: a branch with accounts, and the way in."""

from django.utils import timezone
from playwright.sync_api import Page

from navmark.foundation.people.models import Person, PostKind, Unit
from navmark.foundation.people.tests.factories import PASSWORD, a_branch, an_account, holder, signed_in
from navmark.project.chores import keep_duties


def a_school_at_work(school) -> Unit:
    """A branch with its duties, in use since the first of this month, so that nothing is late."""
    school.in_use_since = timezone.localdate().replace(day=1)
    school.save()
    branch = a_branch()
    keep_duties(timezone.now())
    return branch


def log_in(page: Page, person: Person) -> None:
    """By name and password."""
    login = an_account(person).login
    page.goto("/login/")
    page.fill("[name=username]", login)
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")


def sit_down(page: Page, person: Person) -> None:
    """Before a screen on which this person has logged in already: Today."""
    session = signed_in(person).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "domain": "localhost", "path": "/"}])
    page.goto("/")


def clerk() -> Person:
    return holder(PostKind.CLERK)


def secretary() -> Person:
    return holder(PostKind.SECRETARY)
