"""What the room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _


class Refusal(ValueError):
    """An expected refusal: a page shows its words and keeps what was typed."""


class Closed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This record is locked. Write an amendment instead."))


class TooEarly(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The activity has not begun yet. Mark who is there once it has started."))


class NotOnTheRoll(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This person is not on the roll. Add the person as an observer first."))


class AlreadyHeld(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Somebody is marked as there, so it was held. Take the marks back first if that is wrong."))


class AlreadyCancelled(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This activity has been cancelled. Plan it anew."))
