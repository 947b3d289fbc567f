"""How often what a programme describes is due: cadences become rows, and are switched off and on with what describes them."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.timezone import localdate

from navmark.foundation.cadence.cadences import establish, revise, switch_off, switch_on
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.cadence.specs import CadenceSpec, Subject
from navmark.foundation.programme.described import Loading
from navmark.foundation.programme.nouns.activities.structure import CadenceTable


def spec_of(often: CadenceTable, one: Any, *, code: str) -> CadenceSpec:
    """Of what is described, called as it is, by the unit that holds it."""
    return CadenceSpec(
        code=code, title=one.title, title_en=one.title_en, activity_kind=code, period=often.period,
        subject=Subject(f"unit:{one.table.unit}"), rule_id=often.rule, times=often.times, grace_days=often.grace_days,
        weeks=often.weeks, may_excuse=often.may_excuse,
    )  # fmt: skip


def keep(loading: Loading, specs: Collection[CadenceSpec], *, of: Iterable[str], asked: Collection[str]) -> None:
    """What is `asked` for is on; of these kinds what is asked for no more is off, with whatever waits of it."""
    establish(specs, active_from=max(loading.since, localdate(loading.at)))
    revise(specs, by=loading.by, at=loading.at)
    kept = Cadence.objects.filter(activity_kind__in=of)
    switch_off(kept.exclude(code__in=asked), by=loading.by, at=loading.at, gone=True)
    switch_on(Cadence.objects.filter(code__in=asked, gone=True), by=loading.by, at=loading.at)
