"""What the room refuses; each message says what is wrong and how to mend it."""

from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class HeldAlready(Refusal):
    def __init__(self, name: str, thing: str) -> None:
        words = _("%(name)s holds “%(thing)s” already. Hand it over from there, or choose another.")
        super().__init__(words % {"name": name, "thing": thing}, field="holder")


class NotAmongTakers(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("%(name)s does not belong to those who may take this on. Choose another.") % {"name": name}, field="holder"
        )


class TakenOnBySame(Refusal):
    def __init__(self) -> None:
        super().__init__(_("It is with this person already. Choose another."), field="holder")


class NoLonger(Refusal):
    def __init__(self, state: str) -> None:
        super().__init__(_("It is “%(state)s” in the meantime. Look at it again.") % {"state": state})


class BeforeItBegan(Refusal):
    def __init__(self, since: date) -> None:
        super().__init__(_("It began on %(day)s; choose a later day.") % {"day": since}, field="day")


class NotYet(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This day has not come yet. Write it when it is done."), field="day")


class WhyEnded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Say in a few words why it ends."), field="reason")
