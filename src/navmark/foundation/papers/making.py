"""Editions: made when a paper asks something else than before. A programme has dozens of papers, so they are made together."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F, Max
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import id_of, record_all, told
from navmark.foundation.papers.describing import as_json
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.editions import carried_on
from navmark.foundation.papers.models import Paper, PaperEdition


class Asked(NamedTuple):
    """What a paper is called, and what it asks from now on."""

    code: str
    fields: Description
    title: str


def make_edition(code: str, fields: Description, *, title: str, by: Any, at: datetime, why: str = "") -> PaperEdition:
    """The newest edition of this paper with these fields, made unless they are what it asks already.

    Raises OtherType where a key would change its type.
    """
    return make_editions([Asked(code, fields, title)], by=by, at=at, why=why)[0]


@transaction.atomic
def make_editions(papers: Sequence[Asked], *, by: Any, at: datetime, why: str = "") -> list[PaperEdition]:
    """The same of many papers, each named once; in their order. Five statements, however many they are."""
    kept = _kept(papers)
    last = _newest_of(kept.values())
    found, made = [], []
    for one in papers:
        paper = kept[one.code]
        before = last.get(paper.pk)
        fields = carried_on(one.fields, before.description, on=localdate(at)) if before else one.fields
        if before is None or fields != before.description:
            number = before.number + 1 if before else 1
            before = PaperEdition(paper=paper, number=number, fields=as_json(fields), made_by=id_of(by), made_at=at, why=why)
            made.append(before)
        found.append(before)
    PaperEdition.objects.bulk_create(made)
    record_all(
        told("papers.edition_made", by=by, at=at, subject=edition.paper, number=edition.number, why=why) for edition in made
    )
    return found


def _kept(papers: Iterable[Asked]) -> dict[str, Paper]:
    """The rows of these papers, called as they are said to be."""
    rows = [Paper(code=one.code, title=one.title) for one in papers]
    Paper.objects.bulk_create(rows, update_conflicts=True, unique_fields=["school", "code"], update_fields=["title"])
    return {row.code: row for row in Paper.objects.filter(code__in=[row.code for row in rows])}


def _newest_of(papers: Iterable[Paper]) -> dict[Any, PaperEdition]:
    rows = PaperEdition.objects.filter(paper__in=list(papers)).annotate(last=Max("paper__editions__number"))
    return {row.paper_id: row for row in rows.filter(number=F("last"))}
