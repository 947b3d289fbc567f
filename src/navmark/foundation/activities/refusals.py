"""What the room refuses; each message says what is wrong and how to mend it."""

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class NotYetBegun(Refusal):
    def __init__(self) -> None:
        super().__init__(_("It lies ahead: a record is completed after the meeting. Correct its day if it was held already."))


class TooEarly(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The activity has not begun yet. Mark who is there once it has started."))


class NotOnTheRoll(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This person is not on the roll. Add the person as an observer first."))


class AlreadyHeld(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Somebody is marked as there, so it was held. If that is wrong, take the marks back on the roll first.")
        )


class HeldAhead(Refusal):
    def __init__(self) -> None:
        words = _(
            "Somebody is marked as there, so it does not lie ahead. Correct the day, or take the marks back on the roll first."
        )
        super().__init__(words, field="day")


class SayWhyMoved(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The roll of this day is marked. Say why the day changes; the old day and the reason stay in history."),
            field="because",
        )


class AlreadyCancelled(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This activity has been cancelled. Plan it anew."))


class SignInTooEarly(Refusal):
    def __init__(self, starts_at: datetime) -> None:
        words = _("It begins at %(time)s. Sign in once it has begun, with this page or the code on the wall.")
        super().__init__(words % {"time": f"{localtime(starts_at):%H:%M}"})


class SignInOver(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The record of this meeting is locked, so nobody can sign in any more. Tell the recorder if you were there.")
        )


class SignInCancelled(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This meeting has been cancelled. There is nothing to sign."))


class NotExpected(Refusal):
    def __init__(self) -> None:
        super().__init__(_("You are not on the roll of this meeting. Is it the right code? If so, tell the recorder."))


class NothingToReturnTo(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("What it belonged to is not there any more, or something else has taken its place. Bring that back first.")
        )


class OnlyTheTwo(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A talk is between two: nobody else is there."))
