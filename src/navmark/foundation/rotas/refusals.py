"""What the room refuses; each message says what is wrong and how to mend it."""

from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.ui.dates import cn_date
from navmark.foundation.ui.refusals import Refusal


class TurnIsOver(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This turn is done or its time has passed. Choose one that lies ahead."))


class TurnAhead(Refusal):
    def __init__(self, starts: date) -> None:
        super().__init__(_("This turn begins on %(day)s: note it as done once it has begun.") % {"day": cn_date(starts)})


class NobodyLeft(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nobody else is free then. Write a name into the table, or ask a colleague to swap."))


class NotOfThisRota(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Only turns of the same table can be swapped. Choose another turn."), field="other")


class AsksAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Somebody has been asked about this turn already. Wait for the answer, or take the question back."))


class AnsweredAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This question is answered or was taken back. Nothing has changed."))


class AwayThen(Refusal):
    """Named though away; the keeper may do it all the same."""

    def __init__(self, name: str, reason: str, *, field: str = "") -> None:
        words = _("%(name)s is away then (%(reason)s). Choose another, or tick “all the same” below.")
        super().__init__(words % {"name": name, "reason": reason}, field=field)


class LeaveAWord(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Whoever comes next reads your word: write how things stand, even if all was quiet."), field="note")
