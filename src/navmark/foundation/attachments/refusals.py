"""What the room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class EmptyFile(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This file is empty. Please choose it again."))


class TooLarge(Refusal):
    def __init__(self, *, limit: int) -> None:
        super().__init__(_("This file is larger than %(limit)d MB. Please make it smaller.") % {"limit": limit // 1024**2})


class WrongType(Refusal):
    def __init__(self, *, known: str) -> None:
        super().__init__(_("This kind of file is not kept. Please choose one of: %(known)s.") % {"known": known})


class NotWhatItSays(Refusal):
    def __init__(self, *, extension: str) -> None:
        super().__init__(
            _("This file is named .%(extension)s but its content is not. Please open and save it again.")
            % {"extension": extension}
        )


class FileStays(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The record is locked, so its files stay. A wrong one added since can be removed on the day it came."))
