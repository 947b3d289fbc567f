"""What the room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class NothingCarried(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nothing is chosen. Tick what is to be carried on."), field="things")


class NotTheNext(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Choose another campaign than this one, which it is carried into."), field="into")


class StillCarried(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Something belongs to this campaign already. Close it by its step instead; what belongs to it stays."))
