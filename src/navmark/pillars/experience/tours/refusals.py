"""What this mechanism refuses; each message says what is wrong and how to mend it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.ui.refusals import Refusal


class NoSlip(Refusal):
    """Told to whoever keeps the tour, who knows the children."""

    def __init__(self, names: Iterable[str]) -> None:
        left_out = list(names)
        words = ngettext(
            "%(count)s pupil is not listed, since no guardian has signed: %(names)s. Print the slip, hand it to the class "
            "teacher, and record it when it is back; or the school arranges something else for that day.",
            "%(count)s pupils are not listed, since no guardian has signed: %(names)s. Print the slips, hand them to the class "
            "teacher, and record them when they are back; or the school arranges something else for that day.",
            len(left_out),
        )
        super().__init__(words % {"count": len(left_out), "names": "、".join(left_out)})


class SlipsDiffer(Refusal):
    def __init__(self, *, slips: int, expected: int) -> None:
        words = _("%(slips)s slips lie there, but %(expected)s pupils are not ticked as missing: count again.")
        super().__init__(words % {"slips": slips, "expected": expected}, field="slips")


class ListClosed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The tour is over: its list stands as it was."))


class NobodyListed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nobody is on the list yet: list the classes first."))


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


class NoteWithoutConsent(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A note on care is kept only where a guardian has signed that it may be."), field="signed")
