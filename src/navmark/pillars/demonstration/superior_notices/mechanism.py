"""The card of what superiors ask for."""

from django.utils.translation import gettext_lazy as _

from navmark.foundation.programme.cards import Mechanism, NavItem, register

_HERE = "navmark.pillars.demonstration.superior_notices"

card = register(
    Mechanism(
        slug="superior_notices",
        title=_("notices from above"),
        source="",
        urls=f"{_HERE}.urls",
        path="demonstration/superior-notices/",
        demo=f"{_HERE}.demo.build",
        doors=f"{_HERE}.doors.DOORS",
        nav=(
            NavItem(
                _("Notices from above"), "superior_notices:index", "mail",
                ("secretary", "clerk", "principal", "office_head", "moral_head"),
            ),
        ),
    )
)  # fmt: skip
