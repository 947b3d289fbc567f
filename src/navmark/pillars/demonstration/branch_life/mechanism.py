"""The card of the branch's organisational life."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.recording import Print
from navmark.foundation.programme.cards import Mechanism, NavItem, register
from navmark.pillars.demonstration.branch_life import facts, kinds

_HERE = "navmark.pillars.demonstration.branch_life"
_BRANCH_PEOPLE = ("secretary", "clerk", "committee", "members")

card = register(
    Mechanism(
        slug="branch_life",
        title=_("organisational life"),
        source="demonstration-1",
        urls=f"{_HERE}.urls",
        path="demonstration/branch-life/",
        kinds=kinds.KINDS,
        deliberations=kinds.DELIBERATIONS,
        cadences=kinds.CADENCES,
        prints=Print(facts.snapshot_of, page=kinds.TEXTS, files=f"{_HERE}.access.files", roll=facts.roll_of),
        demo=f"{_HERE}.demo.build",
        counts=f"{_HERE}.counts.counts",
        bench=f"{_HERE}.bench.bench",
        doors=f"{_HERE}.doors.DOORS",
        nav=(
            NavItem(_("Organisational life"), "branch_life:year", "landmark", _BRANCH_PEOPLE),
            NavItem(_("Who led what"), "branch_life:led", "mic", ("members", "committee", "secretary")),
            NavItem(_("Themes proposed"), "branch_life:proposals", "lightbulb", _BRANCH_PEOPLE),
        ),
        beside=((_("Talks of the year"), "branch_life:talks"),),
    )
)
