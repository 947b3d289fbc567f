"""The card of study tours: their register is data; slips, groups and counts are the foundation's; the rules are here."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.programme.cards import Mechanism, register

_HERE = "navmark.pillars.experience.tours"

card = register(
    Mechanism(
        slug="tours",
        title=_("study tours"),
        source="experience-8",
        urls=f"{_HERE}.urls",
        path="experience/tours/",
        demo=f"{_HERE}.demo.build",
        doors=f"{_HERE}.doors.DOORS",
    )
)
