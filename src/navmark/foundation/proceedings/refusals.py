"""What the room refuses; each message says what is wrong and how to mend it."""

from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities.refusals import Refusal


class Locked(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This record is locked. Write an amendment instead."))


class Stale(Refusal):
    """Somebody else saved in between; `current` is the row as it is now."""

    def __init__(self, current: Any) -> None:
        super().__init__(
            _("Somebody else has changed this in the meantime. Both versions are shown; put them together and save.")
        )
        self.current = current


class SamePerson(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A record is submitted and locked by two different people. Ask a second person to lock it."))


class OneForTwo(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The overseer and the counter have to be two people. Choose another."))


def require_two(overseer: object, counter: object) -> None:
    """One counts, another watches: raise OneForTwo where both are the same."""
    if overseer is not None and overseer == counter:
        raise OneForTwo


class NotSubmitted(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The recorder has not submitted this record yet."))


class StillBlocked(Refusal):
    def __init__(self, count: int) -> None:
        super().__init__(_("%(count)s findings of the self-check still stand in the way. Mend them first.") % {"count": count})


class NothingToDecide(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This kind of meeting takes no decision."))


class OnlyLockedIsAmended(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This record is still open. Correct it directly."))
