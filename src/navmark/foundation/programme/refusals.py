"""What is wrong in a programme: file, line, key, and how to mend it; every fault at once, and nothing is loaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from navmark.foundation.papers.faults import Fault
from navmark.foundation.tables.refusals import listed
from navmark.foundation.ui.marks import colon
from navmark.foundation.ui.refusals import Refusal


@dataclass(frozen=True)
class Wrong:
    file: str
    line: int
    fault: Fault

    def __str__(self) -> str:
        place = _("%(file)s, line %(line)s") % {"file": self.file, "line": self.line}
        return f"{place}{colon()}{self.fault}"


class WrongProgramme(Refusal):
    """Nothing of it was taken."""

    def __init__(self, wrongs: Iterable[Wrong]) -> None:
        self.wrongs = tuple(wrongs)
        super().__init__("\n".join(map(str, self.wrongs)))


class NoProgramme(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This is no programme of ours: choose the zip of its files, or its workbook, as it was taken out here.")
        )


class TooMuch(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This is far more than a programme: a few hundred pages at most, two megabytes in all."))


class ChangedMeanwhile(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The programme was changed meanwhile. Look at the differences once more."))


class NothingToTakeBack(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is nothing before this edition."))


class StuckThere(Refusal):
    """Open states out of which no step would lead, in their words."""

    def __init__(self, states: Iterable[str]) -> None:
        words = _("Nobody could go on from here: %(states)s. Add a step that leads on first, or let it be done there.")
        super().__init__(words % {"states": listed(states)})


class StandsThere(Refusal):
    """How many open entries stand in each state that would be gone."""

    def __init__(self, standing: Mapping[str, int]) -> None:
        found = listed(_("%(state)s (%(count)s)") % {"state": state, "count": count} for state, count in standing.items())
        super().__init__(_("Something is still open there: %(states)s. Take it out when it has gone on.") % {"states": found})


class StillBehind(Refusal):
    """What is done only where a policy is decided, by its titles."""

    def __init__(self, kinds: Iterable[str]) -> None:
        words = _("Done only by this decision: %(kinds)s. Take the tick away there first, under “Change”.")
        super().__init__(words % {"kinds": listed(kinds)})
