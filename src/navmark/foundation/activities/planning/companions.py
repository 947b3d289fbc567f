"""What may be held in one gathering with another kind, as a part of its own."""

from navmark.foundation.activities import kinds
from navmark.foundation.activities.kinds import Kind


def companions(kind: Kind) -> list[Kind]:
    """What the same unit holds, with the same people, on the same page; a kind with a paper of its own is alone."""
    if kind.is_data or not kind.expected:
        return []
    return [one for one in kinds.all_kinds() if one != kind and _together(one) == _together(kind)]


def _together(kind: Kind) -> tuple:
    return kind.unit_kind, kind.expected, kind.page
