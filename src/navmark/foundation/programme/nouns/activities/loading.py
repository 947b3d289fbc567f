"""Kinds of activity become rows, with their papers and cadences."""

from django.utils.timezone import localdate

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.cadence.cadences import establish, revise, switch_off, switch_on
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.cadence.specs import CadenceSpec, Subject
from navmark.foundation.papers.making import Asked, make_editions
from navmark.foundation.programme.described import Loading
from navmark.foundation.programme.nouns.activities.reading import KindData
from navmark.foundation.programme.nouns.activities.structure import CadenceTable

SAID = [field.attname for field in ActivityKind._meta.concrete_fields if field.name not in ("id", "school", "code")]


def load(loading: Loading) -> None:
    """What is no longer described is switched off, and still read."""
    programme = loading.programme
    described = programme.of("activity")
    papers = [Asked(kinds.paper_code(kind.code), kind.paper, kind.title) for kind in described]
    make_editions(papers, by=loading.by, at=loading.at)
    rows = [_row(loading, kind, position) for position, kind in enumerate(described, start=1)]
    ActivityKind.objects.bulk_create(rows, update_conflicts=True, unique_fields=["school", "code"], update_fields=SAID)
    often = [_often(kind, kind.table.cadence) for kind in described if kind.table.cadence]
    establish(often, active_from=max(loading.since, localdate(loading.at)))
    revise(often, by=loading.by, at=loading.at)
    gone = ActivityKind.objects.filter(programme=programme.name, active_to__isnull=True)
    gone.exclude(code__in=programme.codes("activity")).update(active_to=localdate(loading.at))
    kinds.renew()
    _switch_cadences(loading)


def _row(loading: Loading, kind: KindData, position: int) -> ActivityKind:
    table = kind.table
    return ActivityKind(
        code=kind.code, position=position, title=kind.title, title_en=kind.title_en, unit_kind=table.unit,
        expected=list(table.circles), voters=list(table.voters), planners=list(table.planners),
        keepers=list(table.keepers), overseers=list(table.overseers), readers=list(table.readers),
        counted=table.is_counted, numbered=table.numbered, line=table.line, joins=list(table.joins),
        paper=kinds.paper_code(kind.code), sheet_title=table.sheet, tags=list(table.tags),
        programme=loading.programme.name, sentence=kind.page.sentence, active_from=kind.page.since,
        active_to=kind.page.until,
    )  # fmt: skip


def _switch_cadences(loading: Loading) -> None:
    """What the files ask for is on, what they ask for no more is off, with whatever waits of it."""
    on = localdate(loading.at)
    asked = [kind.code for kind in loading.programme.of("activity") if kind.table.cadence and kind.page.is_on(on)]
    of_programme = ActivityKind.objects.filter(programme=loading.programme.name).values("code")
    kept = Cadence.objects.filter(activity_kind__in=of_programme)
    switch_off(kept.exclude(code__in=asked), by=loading.by, at=loading.at, gone=True)
    switch_on(Cadence.objects.filter(code__in=asked, gone=True), by=loading.by, at=loading.at)


def _often(kind: KindData, often: CadenceTable) -> CadenceSpec:
    return CadenceSpec(
        code=kind.code, title=kind.title, title_en=kind.title_en, activity_kind=kind.code, period=often.period,
        subject=Subject(f"unit:{kind.table.unit}"), rule_id=often.rule, times=often.times, grace_days=often.grace_days,
        weeks=often.weeks,
    )  # fmt: skip
