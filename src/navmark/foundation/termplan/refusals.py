"""What the room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class LineIsOut(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Somebody has taken this line out in the meantime. Put it back first."))
