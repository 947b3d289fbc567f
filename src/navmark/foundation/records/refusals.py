"""What the room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class Locked(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This record is locked. Write an amendment instead."))


class Completed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The record is complete. Take its completion back first (“Write on”), then correct."))


class SamePerson(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A record is submitted and locked by two different people. Ask a second person to lock it."))


class NotSubmitted(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The recorder has not submitted this record yet."))


class StillBlocked(Refusal):
    def __init__(self, count: int) -> None:
        super().__init__(_("%(count)s findings of the self-check still stand in the way. Mend them first.") % {"count": count})


class NotLiftable(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This finding cannot be lifted; it has to be mended."))


class OnlyLockedIsAmended(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This record is still open. Correct it directly."))
