"""What the room refuses; each message says what is wrong and how to mend it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from navmark.foundation.statute.findings import Finding
from navmark.foundation.ui.marks import bracketed
from navmark.foundation.ui.refusals import Refusal


class GoneOn(Refusal):
    def __init__(self, *, state: str) -> None:
        super().__init__(
            _("Somebody has moved it on in the meantime: it is “%(state)s” now. Look at it again.") % {"state": state}
        )


class TheSamePerson(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This step is for another person than the one who did the step before. Ask a colleague."))


class StepUnfinished(Refusal):
    def __init__(self, missing: Iterable[object]) -> None:
        named = "、".join(map(str, missing))
        super().__init__(_("Still missing: %(what)s. Fill it in, then take this step.") % {"what": named})


class StepBlocked(Refusal):
    """A rule stands against this step."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__(_said(findings))


class Doubted(Refusal):
    """Something speaks against this step: it is read, and taken on purpose."""


class StepDoubted(Doubted):
    """A rule frowns upon it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__(_said(findings))


class CampaignUnfinished(Doubted):
    """A campaign would end before what belongs to it."""

    def __init__(self, left: str) -> None:
        super().__init__(
            _("Still open: %(left)s. Carry it into the next campaign first, or close this one all the same.") % {"left": left}
        )


def _said(findings: Iterable[Finding]) -> str:
    return " ".join(f"{one.message}{bracketed(one.article)}" if one.article else str(one.message) for one in findings)


class SayWhy(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Please say something about it: whoever goes on should know."), field="note")


class NoFile(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This step asks for a file. Attach it below, then take the step."))


class NothingPublic(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nothing is written yet that could be public. Write it on the page of the entry first."))


class DayFarOff(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This year is too far from today; please correct it."), field="day")


class EntryRemoved(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Somebody has removed this entry in the meantime. Its keepers can bring it back."))


class ChildNamed(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The title stands in lists: name the matter here, and the child only under “about whom”."), field="title"
        )


class NothingToUndo(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Only the last step can be taken back, by who took it, on the same day. Take a step that leads back."))


class GoneStale(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nothing was imported: the register has changed meanwhile. Read the table again."))


class EntryNumberTaken(Refusal):
    def __init__(self, number: int) -> None:
        super().__init__(_("Number %(number)s of this year is taken. Choose another.") % {"number": number}, field="number")
