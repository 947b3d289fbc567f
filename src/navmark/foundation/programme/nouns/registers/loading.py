"""Registers become rows, with their papers and the edition of their steps."""

from collections.abc import Sequence

from django.utils.timezone import localdate

from navmark.foundation.papers.making import Asked
from navmark.foundation.papers.making import make_editions as make_papers
from navmark.foundation.programme.described import Loading
from navmark.foundation.programme.nouns.owed import keep, spec_of
from navmark.foundation.programme.nouns.registers.reading import RegisterData
from navmark.foundation.registers import known
from navmark.foundation.registers.actions import make_editions as make_courses
from navmark.foundation.registers.models import Register
from navmark.foundation.registers.owing import owed_kind

SAID = [field.attname for field in Register._meta.concrete_fields if field.name not in ("id", "school", "code")]


def load(loading: Loading) -> None:
    """What is no longer described is switched off, and still read."""
    programme = loading.programme
    pillars = list(programme.head.pillars)
    described = sorted(programme.of("register"), key=lambda one: pillars.index(one.page.pillar))
    papers = [Asked(paper_code(one.code), one.paper, one.title) for one in described]
    make_papers(papers, by=loading.by, at=loading.at)
    rows = [_row(loading, one, position) for position, one in enumerate(described, start=1)]
    Register.objects.bulk_create(rows, update_conflicts=True, unique_fields=["school", "code"], update_fields=SAID)
    kept = {row.code: row for row in Register.objects.all()}
    make_courses([(kept[one.code], one.table.course) for one in described], by=loading.by, at=loading.at)
    gone = Register.objects.filter(programme=programme.name, active_to__isnull=True)
    gone.exclude(code__in=programme.codes("register")).update(active_to=localdate(loading.at))
    known.renew()
    _keep_cadences(loading, described)


def _keep_cadences(loading: Loading, described: Sequence[RegisterData]) -> None:
    due = [(one, one.table.cadence) for one in described if one.table.cadence]
    specs = [spec_of(often, one, code=owed_kind(one.code)) for one, often in due]
    asked = [owed_kind(one.code) for one, _often in due if one.page.is_on(localdate(loading.at))]
    of = Register.objects.filter(programme=loading.programme.name).values_list("code", flat=True)
    keep(loading, specs, of=map(owed_kind, of), asked=asked)


def paper_code(code: str) -> str:
    return f"register.{code}"


def _row(loading: Loading, one: RegisterData, position: int) -> Register:
    table, programme = one.table, loading.programme
    heading = programme.head.pillars[one.page.pillar]
    return Register(
        code=one.code, position=position, pillar=heading.title, pillar_en=heading.title_en,
        title=one.title, title_en=one.title_en, unit_kind=table.unit,
        makers=list(table.makers), keepers=list(table.keepers), readers=list(table.readers),
        roles=list(table.people), owned=table.owned,
        holder=table.owner, holder_en=table.owner_en, plate=list(table.plate), numbered=table.numbered,
        paper=paper_code(one.code),
        sheet_title=table.sheet, tags=list(table.tags), campaign=table.campaign, runs=list(table.runs), public=list(table.public),
        links=list(table.links),
        title_from=table.title_from, years_kept=table.years_kept, about_children=table.child, count_by=list(table.count_by),
        coverage=table.coverage, coverage_by=table.coverage_by, facts=list(table.facts),
        outcomes=table.outcomes, is_owed=table.cadence is not None, owed_state=table.cadence.state if table.cadence else "",
        programme=programme.name, sentence=one.page.sentence, active_to=one.page.until,
    )  # fmt: skip
