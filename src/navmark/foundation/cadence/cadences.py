"""What this school does how often: cadences are made, and switched off and on with whatever they ask for."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import sweeping
from navmark.foundation.cadence.models import Cadence, Duty
from navmark.foundation.cadence.moments import ONE_DAY, first_notice_on
from navmark.foundation.cadence.renewing import off_since, renew, write
from navmark.foundation.cadence.specs import CadenceSpec
from navmark.foundation.cadence.specs import spec as spec_of


def establish(specs: Iterable[CadenceSpec], *, active_from: date) -> None:
    """Give the active school a row for each cadence it lacks; what it has decided already stays."""
    rows = [
        Cadence(
            code=spec.code, named="" if spec_of(spec.code) else str(spec.title), named_en=spec.title_en,
            activity_kind=spec.activity_kind, period=spec.period, subject=spec.subject, times=spec.times,
            grace_days=spec.grace_days, rule_id=spec.rule_id, weeks=list(spec.weeks),
            may_excuse=list(spec.may_excuse), active_from=active_from,
        )
        for spec in specs
    ]  # fmt: skip
    known = set(Cadence.objects.values_list("code", flat=True))
    Cadence.objects.bulk_create(row for row in rows if row.code not in known)


SAID = ("named", "named_en", "period", "subject", "times", "grace_days", "rule_id", "weeks", "may_excuse")


def revise(specs: Iterable[CadenceSpec], *, at: datetime, by: Any = None) -> int:
    """What the school's programme says of them now, from today on; how many differ. One query where none does."""
    told = {spec.code: spec for spec in specs}
    return sum(_revise(row, told[row.code], at=at, by=by) for row in Cadence.objects.filter(code__in=told))


@transaction.atomic
def _revise(row: Cadence, spec: CadenceSpec, *, at: datetime, by: Any) -> bool:
    """By another period or of another subject it asks anew: what was open by the old one is closed."""
    before, anew, grace = Before(row, *SAID), (row.period, row.subject) != (spec.period, spec.subject), row.grace_days
    row.named, row.named_en, row.period, row.subject = str(spec.title), spec.title_en, spec.period, spec.subject
    row.times, row.grace_days, row.rule_id, row.weeks = spec.times, spec.grace_days, spec.rule_id, list(spec.weeks)
    row.may_excuse = list(spec.may_excuse)
    changes = before.changes(row)
    if not changes:
        return False
    waiting = Duty.objects.filter(cadence=row, settled="", closed_at=None)
    if anew:
        row.active_from = localdate(at)
        waiting.update(closed_at=at, next_notice_on=None)
    row.save(update_fields=[*SAID, "active_from"])
    rows = list(waiting)
    for duty in rows:
        duty.times = row.times
        duty.late_on = duty.next_change_on = duty.late_on + (row.grace_days - grace) * ONE_DAY if duty.late_on else None
    write(rows, ["times", "late_on", "next_change_on"])
    record("cadence.revised", by=by, at=at, subject=row, changes=changes)
    return True


def keep_specs(specs: Iterable[CadenceSpec], *, active_from: date, at: datetime) -> None:
    """As `establish`; what no mechanism of this installation speaks of any more is off until one does again."""
    specs = list(specs)
    establish(specs, active_from=active_from)
    told = Cadence.objects.filter(named="")
    codes = [spec.code for spec in specs]
    switch_off(told.exclude(code__in=codes), at=at, gone=True)
    switch_on(told.filter(code__in=codes, gone=True), at=at)


@transaction.atomic
def switch_off(cadences: QuerySet[Cadence], *, at: datetime, by: Any = None, gone: bool = False) -> int:
    """From today they ask for nothing: what is open of them is closed. What was done stays. How many were on. What is `gone` is
    on again when it comes back; what the school has switched off is not."""
    on = localdate(at)
    found = list(cadences.filter(active_to=None))
    for cadence in found:
        cadence.active_to, cadence.gone = on - ONE_DAY, gone
        cadence.save(update_fields=["active_to", "gone"])
        Duty.objects.filter(cadence=cadence, settled="", closed_at=None).update(closed_at=off_since(cadence), next_notice_on=None)
        record("cadence.off", by=by, at=at, subject=cadence)
    return len(found)


@transaction.atomic
def switch_on(cadences: QuerySet[Cadence], *, at: datetime, by: Any = None) -> int:
    """They ask again: from today, or as if never switched off if that was today. What was asked for before and lies within is
    open again, what is missing is made. How many were off."""
    on = localdate(at)
    found = list(cadences.exclude(active_to=None))
    for cadence in found:
        if cadence.active_to != on - ONE_DAY:
            cadence.active_from = on
        cadence.active_to, cadence.gone = None, False
        cadence.save(update_fields=["active_from", "active_to", "gone"])
        _open(cadence, on)
        record("cadence.on", by=by, at=at, subject=cadence)
    if found:
        sweeping.sweep(on=on, at=at)
    return len(found)


def _open(cadence: Cadence, on: date) -> None:
    """The sweep closes again what has lost its subject."""
    rows = Duty.objects.filter(cadence=cadence, settled="").exclude(closed_at=None).select_related("cadence")
    rows = list(rows.filter(Q(due_on=None) | Q(due_on__gte=cadence.active_from)))
    for row in rows:
        row.closed_at = None
        row.next_notice_on = first_notice_on(row)
    write(rows, ["closed_at", "next_notice_on"])
    renew(Duty.objects.filter(pk__in=[row.pk for row in rows]))
