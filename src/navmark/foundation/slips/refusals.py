"""What this room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class SlipsDiffer(Refusal):
    def __init__(self, *, slips: int, expected: int) -> None:
        words = _("%(slips)s slips lie there, but %(expected)s pupils are not ticked as missing: count again.")
        super().__init__(words % {"slips": slips, "expected": expected}, field="slips")


class ListClosed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("It is over: the list stands as it was."))


class NoteWithoutConsent(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A note on care is kept only where a guardian has signed that it may be."), field="is_signed")
