"""From a programme's files to rows of the school: kinds of activity, papers, cadences. All or nothing; twice changes nothing."""

from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import override

import navmark
from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.audit.actions import record
from navmark.foundation.cadence.cadences import establish, switch_off, switch_on
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.cadence.specs import CadenceSpec, Subject
from navmark.foundation.papers.actions import make_edition
from navmark.foundation.programme.models import LoadedProgramme
from navmark.foundation.programme.reading import KindData, Programme, RegisterData, read_programme
from navmark.foundation.programme.structure import CadenceTable
from navmark.foundation.registers import known
from navmark.foundation.registers.actions import make_edition as make_steps
from navmark.foundation.registers.models import Register
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import active_school_id

SHIPPED = Path(navmark.__file__).parent / "programmes"
ARTICLE = "linghangbiao"  # 领航标: the programme that comes with the product


@cache
def _shipped(name: str, on: date) -> Programme:
    return read_programme(SHIPPED / name, on=on)


def establish_programme(*, at: datetime, name: str = ARTICLE) -> bool:
    """Give the active school the programme that comes with the product, unless it has these very files. One query if it has."""
    return load(_shipped(name, localdate(at)), at=at)


def load(programme: Programme, *, at: datetime, by: Any = None) -> bool:
    """Make the rows, or bring them up to these files; whether anything was loaded.

    What the files no longer describe is switched off, not deleted: what was held of it is still read. Raises OtherType where a
    question of a paper would change its type.
    """
    known = LoadedProgramme.objects.filter(name=programme.name).first()
    if known is not None and known.digest == programme.digest:
        return False
    _make_rows(programme, at=at, by=by)
    return True


@transaction.atomic
def _make_rows(programme: Programme, *, at: datetime, by: Any) -> None:
    since = School.objects.get(pk=active_school_id()).in_use_since
    for position, kind in enumerate(programme.kinds, start=1):
        _make(programme, kind, position, since=since, by=by, at=at)
    for position, one in enumerate(programme.registers, start=1):
        _make_register(programme, one, position, by=by, at=at)
    gone_too = Register.objects.filter(programme=programme.name, active_to__isnull=True)
    gone_too.exclude(code__in=[one.code for one in programme.registers]).update(active_to=localdate(at))
    known.renew()
    for one in programme.papers:
        with override(settings.LANGUAGE_CODE):
            make_edition(kinds.paper_code(one.code), one.paper, title=str(kinds.kind(one.code).title), by=by, at=at)
    gone = ActivityKind.objects.filter(programme=programme.name, active_to__isnull=True)
    gone.exclude(code__in=[kind.code for kind in programme.kinds]).update(active_to=localdate(at))
    kinds.renew()
    _switch_cadences(programme, by=by, at=at)
    loaded, _made = LoadedProgramme.objects.update_or_create(
        name=programme.name, defaults={"digest": programme.digest, "loaded_at": at}
    )
    record("programme.loaded", by=by, at=at, subject=loaded, name=programme.name)


def _switch_cadences(programme: Programme, *, by: Any, at: datetime) -> None:
    """What the files ask for is on, what they ask for no more is off, with whatever waits of it."""
    asked = [kind.code for kind in programme.kinds if kind.table.cadence]
    of_programme = ActivityKind.objects.filter(programme=programme.name).values("code")
    switch_off(Cadence.objects.filter(activity_kind__in=of_programme).exclude(code__in=asked), by=by, at=at, gone=True)
    switch_on(Cadence.objects.filter(code__in=asked, gone=True), by=by, at=at)


def _make(programme: Programme, kind: KindData, position: int, *, since: date, by: Any, at: datetime) -> None:
    table, code = kind.table, kinds.paper_code(kind.code)
    make_edition(code, kind.paper, title=kind.title, by=by, at=at)
    ActivityKind.objects.update_or_create(
        code=kind.code,
        defaults={
            "position": position, "title": kind.title, "title_en": kind.title_en, "unit_kind": table.unit,
            "expected": list(table.circles), "voters": list(table.voters), "planners": list(table.planners),
            "keepers": list(table.keepers), "overseers": list(table.overseers), "readers": list(table.readers),
            "counted": table.is_counted, "numbered": table.numbered, "line": table.line, "paper": code,
            "sheet_title": table.sheet, "programme": programme.name, "sentence": kind.sentence, "active_to": None,
        },
    )  # fmt: skip
    if table.cadence:
        establish([_often(kind, table.cadence)], active_from=max(since, localdate(at)))


def _make_register(programme: Programme, one: RegisterData, position: int, *, by: Any, at: datetime) -> None:
    table, code = one.table, f"register.{one.code}"
    make_edition(code, one.paper, title=one.title, by=by, at=at)
    row, _made = Register.objects.update_or_create(
        code=one.code,
        defaults={
            "position": position, "title": one.title, "title_en": one.title_en, "unit_kind": table.unit,
            "makers": list(table.makers), "keepers": list(table.keepers), "readers": list(table.readers),
            "roles": list(table.people), "owned": table.owned, "numbered": table.numbered, "paper": code,
            "sheet_title": table.sheet, "programme": programme.name, "sentence": one.sentence, "active_to": None,
        },
    )  # fmt: skip
    make_steps(row, table.course, by=by, at=at)


def _often(kind: KindData, often: CadenceTable) -> CadenceSpec:
    return CadenceSpec(
        code=kind.code, title=kind.title, activity_kind=kind.code, period=often.period,
        subject=Subject(f"unit:{kind.table.unit}"), rule_id=often.rule, times=often.times, grace_days=often.grace_days,
    )  # fmt: skip
