"""The card of superiors' own forms."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.programme.cards import Mechanism, NavItem, register
from navmark.pillars.demonstration.superior_forms.access import KEEPERS

_HERE = "navmark.pillars.demonstration.superior_forms"

card = register(
    Mechanism(
        slug="superior_forms",
        title=_("superiors' forms"),
        source="",
        urls=f"{_HERE}.urls",
        path="demonstration/superior-forms/",
        demo=f"{_HERE}.demo.build",
        doors=f"{_HERE}.doors.DOORS",
        nav=(NavItem(_("Superiors' forms"), "superior_forms:index", "table-2", KEEPERS),),
    )
)
