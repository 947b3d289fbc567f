"""What this room refuses; each message says what is wrong and how to mend it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class NobodyListed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nobody is on the list yet: record the slips class by class first."))


class AlreadyCounted(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The groups have been counted on the way: move pupils one by one instead of dividing anew."))


class SayWhatWasDone(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Somebody is missing: say who, and what was done. Count again when all are there."), field="note")


class MoreThanThere(Refusal):
    def __init__(self, due: int) -> None:
        super().__init__(_("The group has %(due)s pupils: count again.") % {"due": due}, field="there")


class NotAllBack(Refusal):
    def __init__(self, groups: Iterable[str]) -> None:
        words = _("At the last count somebody was missing: %(groups)s. Find them, count again, then record that all are back.")
        super().__init__(words % {"groups": "、".join(groups)})
