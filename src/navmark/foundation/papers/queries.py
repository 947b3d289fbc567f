"""What was asked, what was answered, and how whoever stands in the answers is called."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Subquery
from django.db.models.fields.json import KeyTransform

from navmark.foundation.audit.actions import subject_pair
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.models import Answers, PaperEdition
from navmark.foundation.papers.models.paper import description_of
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.tenancy.prepared import prepared

A_PAGE = 50


def newest(code: str) -> PaperEdition | None:
    """The edition in which a paper is begun today."""
    return PaperEdition.objects.filter(paper__code=code).select_related("paper").order_by("number").last()


def answers_of(source: Any) -> Answers | None:
    kind, pk = subject_pair(source)
    return answers_to(kind, [pk]).get(pk) if pk else None


def answers_to(kind: str, ids: Iterable[UUID]) -> dict[UUID, Answers]:
    """The papers of several sources of one kind, by the source's id. One query."""
    rows = Answers.objects.filter(source_kind=kind, source_id__in=list(ids)).select_related("edition__paper")
    return {row.source_id: row for row in rows}


def tagged_by_answer(kind: str, tag: str) -> QuerySet[Answers]:
    """The ids of the sources of this kind whose paper was asked, under the code of a tag, whether they carry it: answered yes."""
    rows = Answers.objects.filter(source_kind=kind).annotate(told=KeyTransform(tag, "open"))
    return rows.filter(told=True).values("source_id")


def listed(kind: str, ids: Iterable[UUID], *, paper: str) -> tuple[dict[UUID, Answers], Description]:
    """The same for a list of many, without the rows of their editions; and what this paper asks today. One query."""
    wanted = tuple(ids)
    rows = _on_a_page(kind, wanted, paper) if len(wanted) <= A_PAGE else list(_listed(kind, wanted, paper))
    if rows and rows[0].newest:
        return {row.source_id: row for row in rows}, description_of(rows[0].newest)
    today = newest(paper)
    return {row.source_id: row for row in rows}, today.description if today else Description(())


def _listed(kind: str, ids: tuple[UUID, ...], paper: str) -> QuerySet[Answers]:
    last = PaperEdition.objects.filter(paper__code=paper).order_by("-number").values("pk")[:1]
    rows = Answers.objects.filter(source_kind=kind, source_id__in=ids).annotate(newest=Subquery(last))
    return rows.only("school", "source_id", "edition", "open", "sealed")


_on_a_page = prepared(_listed)  # of a length that comes again and again


def names_in(papers: Iterable[Answers], *, on: date) -> Mapping[str, str]:
    """id -> name of every person and unit in these answers, also of who has left. Two queries at most."""
    return names_of({found for paper in papers for found in paper.description.ids_in(paper.values)}, on=on)


def names_of(ids: Iterable[tuple[str, str]], *, on: date) -> Mapping[str, str]:
    """The same for what Description.ids_in found."""
    ids = set(ids)
    people = [pk for kind, pk in ids if kind == "person"]
    units = [pk for kind, pk in ids if kind == "unit"]
    names = {str(pk): name for pk, name in Person.objects.filter(pk__in=people).values_list("pk", "name")} if people else {}
    return names | ({str(unit.pk): name_on(unit, on) for unit in Unit.objects.filter(pk__in=units)} if units else {})
