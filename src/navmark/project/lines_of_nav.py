"""The places of the product itself, each with whom it is for; mechanisms and the programme bring theirs."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.people.access import INSIDERS, MANAGERS, PILLAR_LEADERS
from navmark.foundation.people.circles.named import (
    ADMINISTRATOR,
    AUDITOR,
    CLASS_TEACHER,
    CLERK,
    COMMITTEE,
    DEPARTMENT_HEAD,
    GRADE_HEAD,
    MEMBERS,
    SECRETARY,
    STAFF,
    STUDIO_HEAD,
    SUBJECT_HEAD,
)
from navmark.foundation.programme.cards import NavItem
from navmark.foundation.termplan.access import PLAN_KEEPERS

KEEPERS = (CLASS_TEACHER, GRADE_HEAD, SUBJECT_HEAD, DEPARTMENT_HEAD, STUDIO_HEAD)  # of the registers of their units
OWN = (
    NavItem(_("My account"), "people:account", "user"),
    NavItem(_("My turns"), "rotas:shelf", "refresh-cw"),
    NavItem(_("My attendance"), "activities:own_attendance", "calendar-check"),
    NavItem(_("My calendar"), "activities:feed_address", "calendar"),
)
PEOPLE = (
    NavItem(_("People"), "people:list", "users", INSIDERS),
    NavItem(_("Organisation"), "people:units", "network", INSIDERS),
)
OWED = (
    NavItem(_("Duties"), "cadence:list", "list-checks", (SECRETARY, CLERK, COMMITTEE)),
    NavItem(_("Registers"), "registers:shelf", "clipboard-list", (STAFF, *PILLAR_LEADERS, *KEEPERS)),
    NavItem(_("Term plan"), "termplan:plan", "calendar-range", (STAFF, MEMBERS, *PLAN_KEEPERS)),
    NavItem(_("Study materials"), "links:materials", "library", (STAFF, MEMBERS)),
    NavItem(_("Campaigns and tags"), "links:shelf", "tag", PILLAR_LEADERS),
    NavItem(_("Rotas"), "rotas:shelf", "refresh-cw", PILLAR_LEADERS),
    NavItem(_("Taken on"), "pledges:shelf", "hand-heart", PILLAR_LEADERS),
)
KEPT = (
    NavItem(_("School calendar"), "terms", "calendar-days", MANAGERS),
    NavItem(_("Import tables"), "people:import", "file-up", MANAGERS),
    NavItem(_("Codes for logging in"), "people:codes", "users", (ADMINISTRATOR,)),
    NavItem(_("Programme"), "programme:list", "notebook-pen", (ADMINISTRATOR,)),
    NavItem(_("Take away"), "export", "file-down", MANAGERS),
    NavItem(_("Who opened files"), "privacy:log", "eye", (AUDITOR, SECRETARY)),
    NavItem(_("Term of the access log"), "privacy:term", "eye", (ADMINISTRATOR,)),
    NavItem(_("Who may what"), "rights", "shield", (*MANAGERS, AUDITOR)),
)
