"""What was asked, what was answered, and how whoever stands in the answers is called."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from navmark.foundation.audit.actions import subject_pair
from navmark.foundation.papers.models import Answers, PaperEdition
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on


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


def names_in(papers: Iterable[Answers], *, on: date) -> Mapping[str, str]:
    """id -> name of every person and unit in these answers, also of who has left. Two queries at most."""
    return names_of({found for paper in papers for found in paper.edition.description.ids_in(paper.values)}, on=on)


def names_of(ids: Iterable[tuple[str, str]], *, on: date) -> Mapping[str, str]:
    """The same for what Description.ids_in found."""
    ids = set(ids)
    people = [pk for kind, pk in ids if kind == "person"]
    units = [pk for kind, pk in ids if kind == "unit"]
    names = {str(pk): name for pk, name in Person.objects.filter(pk__in=people).values_list("pk", "name")} if people else {}
    return names | ({str(unit.pk): name_on(unit, on) for unit in Unit.objects.filter(pk__in=units)} if units else {})
