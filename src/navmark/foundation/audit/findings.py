"""What a verification of the trail can find."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class ChainFault(Enum):
    CHANGED = gettext_lazy("a row was changed")
    ERASED = gettext_lazy("what a row says was erased, and nobody signed for it")
    ROWS = gettext_lazy("rows are missing or were added")
    LINK = gettext_lazy("the batch does not fit the one before")
    GAP = gettext_lazy("the batch is missing")
    CHECKPOINT = gettext_lazy("the checkpoint's signature is not ours")
    UNSIGNED = gettext_lazy("the batch carries no key, though one before it does")
    KEY = gettext_lazy("the key that signed is not here, so nobody can say whether it is right")
    UNSEALED = gettext_lazy("rows wait for the minute's seal")


@dataclass(frozen=True)
class ChainFinding:
    """A fault with its place: the number of the batch, the id of the row, the moment of the oldest unsealed row."""

    fault: ChainFault
    batch: int | None = None
    entry: UUID | None = None
    since: datetime | None = None

    @property
    def is_broken(self) -> bool:
        """Unsealed rows are no break: the last minute always has some."""
        return self.fault is not ChainFault.UNSEALED

    def __str__(self) -> str:
        place = [_("batch %(number)s") % {"number": self.batch}] if self.batch else []
        place += [_("row %(id)s") % {"id": self.entry}] if self.entry else []
        place += [_("since %(moment)s") % {"moment": f"{localtime(self.since):%Y-%m-%d %H:%M}"}] if self.since else []
        return " · ".join((str(self.fault.value), *place))
