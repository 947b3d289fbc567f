"""What the room refuses; each message says what is wrong and how to mend it."""

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal


class LastAdministrator(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This is the last system administrator. Appoint another one first."))


class NumberTaken(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(_("This number belongs to %(name)s already. Check which of the two is right.") % {"name": name})


class WrongUnit(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This post does not belong to that kind of unit. Choose another unit."))


class Untitled(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Say what the office is called."))


class TitleTaken(Refusal):
    """A unit of this kind and name is there already."""

    def __init__(self, name: str) -> None:
        super().__init__(_("There is “%(name)s” already. Choose another name, or open that one.") % {"name": name})


class StillInUse(Refusal):
    """A unit that others belong to is not closed over their heads."""

    def __init__(self, words: str) -> None:
        super().__init__(_("Close first what lies within it: %(words)s.") % {"words": words})


class NotAMember(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Only a Party member of this branch may hold this post. Record the Party status first."))


class KeptApart(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The system administrator and the audit administrator are two people: one checks the other. Choose somebody else.")
        )


class EndsBeforeItBegins(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The last day lies before the first. Correct one of them."))


class TermOutOfOrder(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Another committee of this branch was elected on this day or later. Check the day of the election."))


class Overtaken(Refusal):
    """Who took office after an election that is entered only now: entering it would undo that."""

    def __init__(self, names: str) -> None:
        words = _("%(names)s took office in the committee after this election. Check their posts on their pages first.")
        super().__init__(words % {"names": names})


class InvitationInvalid(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This code is not valid: mistyped, used already, or too old. Ask the office for a new one."))


class Unconfirmed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This code sets the secretary's password. A committee member must confirm it first, from the inbox."))


class LoginTaken(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This login name is taken. Choose another one."))


class SeatTaken(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This account belongs to another person of this school. Log out first, then open the link again."))


class AlreadyFounded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This data folder holds a school already. Log in instead."))


class SealedUnreadable(Refusal):
    """What cannot be read now could not be put back."""

    def __init__(self) -> None:
        super().__init__(_("A sealed field cannot be read, because its key is missing. Restore the key first."))


class ShownAsTwo(Refusal):
    """Something on record shows that two rows are two people. `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(_("On record these are two people: %(what)s names both. Check that first.") % {"what": what})


class ChildAndAdult(Refusal):
    def __init__(self) -> None:
        super().__init__(_("One of the two is a pupil and the other is not. They are two people."))


class TwoPlaces(Refusal):
    """Of which there is one at a time. `places` names both."""

    def __init__(self, places: str) -> None:
        super().__init__(
            _("Each of the two has a place: %(places)s. One person has one; end the wrong one first.") % {"places": places}
        )


class DayIsOver(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Two rows are told apart again on the day on which they were merged, and the last merging first."))


class ChangedSince(Refusal):
    def __init__(self) -> None:
        super().__init__(_("What was entered since stands in the way. Take it back first, then tell the two apart."))
