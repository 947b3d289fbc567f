"""Kinds of activity become rows, with their papers and cadences."""

from collections.abc import Sequence

from django.utils.timezone import localdate

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.papers.making import Asked, make_editions
from navmark.foundation.programme.described import Loading
from navmark.foundation.programme.nouns.activities.reading import KindData
from navmark.foundation.programme.nouns.owed import keep, spec_of

SAID = [field.attname for field in ActivityKind._meta.concrete_fields if field.name not in ("id", "school", "code")]


def load(loading: Loading) -> None:
    """What is no longer described is switched off, and still read."""
    programme = loading.programme
    described = programme.of("activity")
    papers = [Asked(kinds.paper_code(kind.code), kind.paper, kind.title) for kind in described]
    make_editions(papers, by=loading.by, at=loading.at)
    rows = [_row(loading, kind, position) for position, kind in enumerate(described, start=1)]
    ActivityKind.objects.bulk_create(rows, update_conflicts=True, unique_fields=["school", "code"], update_fields=SAID)
    gone = ActivityKind.objects.filter(programme=programme.name, active_to__isnull=True)
    gone.exclude(code__in=programme.codes("activity")).update(active_to=localdate(loading.at))
    kinds.renew()
    _keep_cadences(loading, described)


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


def _keep_cadences(loading: Loading, described: Sequence[KindData]) -> None:
    due = [(kind, kind.table.cadence) for kind in described if kind.table.cadence]
    specs = [spec_of(often, kind, code=kind.code) for kind, often in due]
    asked = [kind.code for kind, _often in due if kind.page.is_on(localdate(loading.at))]
    of = ActivityKind.objects.filter(programme=loading.programme.name).values_list("code", flat=True)
    keep(loading, specs, of=of, asked=asked)
