"""The card of organised study: its plan, its sessions and what one thought of it are data; the hours of the year are here."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.programme.cards import Mechanism, NavItem, register

_HERE = "navmark.pillars.demonstration.theory_study"

card = register(
    Mechanism(
        slug="theory_study",
        title=_("organised study"),
        source="demonstration-4",
        urls=f"{_HERE}.urls",
        path="demonstration/theory-study/",
        demo=f"{_HERE}.demo.build",
        counts=f"{_HERE}.counts.counts",
        doors=f"{_HERE}.doors.DOORS",
        nav=(NavItem(_("Hours of study"), "theory_study:members", "clock", ("secretary", "clerk", "committee")),),
        own=(NavItem(_("My study"), "theory_study:mine", "book-open", ("staff", "members")),),
    )
)
