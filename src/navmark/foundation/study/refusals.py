"""What this room refuses; each message says what is wrong and how to mend it."""

from decimal import Decimal

from django.utils.translation import gettext as _

from navmark.foundation.statute.findings import Finding
from navmark.foundation.ui.refusals import Refusal


class NotOrganised(Refusal):
    """Rule C03: an app's minutes and points are no hours."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.message}（{finding.article}）", field="what")


class MoreThanTheSession(Refusal):
    def __init__(self, most: Decimal) -> None:
        words = _("The session that was missed had %(most)s hours: no more can be made up of it.")
        super().__init__(words % {"most": f"{most.normalize():f}"}, field="hours")


class NothingMissed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nobody is ticked who missed it. Tick who has made it up."), field="who")


class HoursUnknown(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Nobody has said how many hours this session counts: write them on its record or its line of the plan.")
        )


class AheadOfToday(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This day is still to come: hours are noted when it was held."), field="on")
