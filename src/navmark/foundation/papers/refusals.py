"""What the room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class Unfit(Refusal):
    """A value that its field cannot hold; the message names no field, because it stands beside it."""


class Misplaced(Refusal):
    """An answer to a question that the edition does not ask."""

    def __init__(self, key: str) -> None:
        super().__init__(_("This paper does not ask for “%(key)s”. Open the page again.") % {"key": key[:40]})


class OtherType(Refusal):
    def __init__(self, label: str, *, was: str, wanted: str) -> None:
        words = _(
            "“%(label)s” holds answers of the type %(was)s and cannot become %(wanted)s."
            " Retire it and add a field with another key."
        )
        super().__init__(words % {"label": label, "was": was, "wanted": wanted})


class SealUnreadable(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The sealed answers cannot be read, so nothing is written over them. Ask the administrator for the key.")
        )
