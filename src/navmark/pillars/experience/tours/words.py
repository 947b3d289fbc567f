"""How groups are called, on pages and on paper."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.numerals import numeral
from navmark.pillars.experience.tours.models import TourGroup


def of_group(group: TourGroup) -> str:
    return _("Group %(number)s, %(leader)s") % {"number": group.number, "leader": group.leader.name}


def on_paper(group: TourGroup) -> str:
    return f"第{numeral(group.number)}组"
