"""What the room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class OneForTwo(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The overseer and the counter have to be two people. Choose another."), field="counter")


def require_two(overseer: object, counter: object) -> None:
    """One counts, another watches: raise OneForTwo where both are the same."""
    if overseer is not None and overseer == counter:
        raise OneForTwo


class NothingToDecide(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This kind of meeting takes no decision."))
