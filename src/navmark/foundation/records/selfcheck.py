"""自查: what an inspector would notice, said before the record is submitted.

Every finding names what is wrong and how to mend it. What blocks can be lifted by a second person with a reason, unless
mending it is the only honest way. What is asked of a kind of owner is registered by the rooms that know it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from navmark.foundation.records.findings import SelfCheckFinding
from navmark.foundation.records.models import Record, Waiver
from navmark.foundation.records.refusals import NotLiftable, StillBlocked

Check = Callable[[Any], Iterable[SelfCheckFinding]]
_checks: dict[str, list[Check]] = {}


def register(owner_kind: str, check: Check) -> None:
    known = _checks.setdefault(owner_kind, [])
    if check not in known:
        known.append(check)


def findings(record: Record) -> list[SelfCheckFinding]:
    """Everything the self-check has to say about this record, what blocks first."""
    found = [finding for check in _checks.get(record.owner_kind, ()) for finding in check(record.owner)]
    lifted = set(Waiver.objects.filter(record=record.pk).values_list("finding", flat=True)) if found else set()
    marked = [replace(one, waived=one.code in lifted) for one in found]
    return sorted(marked, key=lambda one: not one.blocks)


def require_settled(record: Record) -> None:
    """Raise StillBlocked while there is a blocking finding that nobody lifted."""
    blocking = [finding for finding in findings(record) if finding.blocks]
    if blocking:
        raise StillBlocked(len(blocking))


def require_liftable(record: Record, code: str) -> None:
    """Raise NotLiftable unless `code` is a blocking finding of this record that a second person may lift."""
    if not any(one.code == code and one.blocking and one.liftable for one in findings(record)):
        raise NotLiftable
