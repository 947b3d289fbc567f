"""The kinds of pledge of the school, read once while its door is open."""

from navmark.foundation.pledges.models import PledgeKind
from navmark.foundation.tenancy.scope import forget, remembered

ROWS = "pledges.kinds"


class UnknownPledge(LookupError):
    """The school has no kind of pledge of this code."""


def kinds() -> tuple[PledgeKind, ...]:
    """In their order, those too that are switched off: their pledges are still read."""
    return remembered(ROWS, lambda: tuple(PledgeKind.objects.order_by("position", "code")))


def kind(code: str) -> PledgeKind:
    """Raises UnknownPledge."""
    found = next((one for one in kinds() if one.code == code), None)
    if found is None:
        raise UnknownPledge(code)
    return found


def renew() -> None:
    """The school's rows have changed."""
    forget(ROWS)
