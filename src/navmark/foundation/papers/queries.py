"""What was asked, what was answered, and how whoever stands in the answers is called."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet, Subquery
from django.db.models.fields.json import KeyTransform

from navmark.foundation.attachments.models import Attachment
from navmark.foundation.audit.actions import subject_pair
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.models import Answers, PaperEdition
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.tenancy.prepared import prepared

A_PAGE = 50
COLUMNS = ("school", "source_id", "edition", "open", "sealed")


def newest(code: str) -> PaperEdition | None:
    """The edition in which a paper is begun today."""
    return PaperEdition.objects.filter(paper__code=code).select_related("paper").order_by("number").last()


def answers_of(source: Any) -> Answers | None:
    kind, pk = subject_pair(source)
    return next(iter(_of_one(kind, (pk,))), None) if pk else None


def answers_to(kind: str, ids: Iterable[UUID]) -> dict[UUID, Answers]:
    """The papers of several sources of one kind, by the source's id. One query."""
    return {row.source_id: row for row in _of(kind, tuple(ids))}


def _of(kind: str, ids: tuple[UUID, ...]) -> QuerySet[Answers]:
    return Answers.objects.filter(source_kind=kind, source_id__in=ids).select_related("edition__paper")


_of_one = prepared(_of)


def tagged_by_answer(kind: str, tag: str) -> QuerySet[Answers]:
    """The ids of the sources of this kind whose paper was asked, under the code of a tag, whether they carry it: answered yes."""
    rows = Answers.objects.filter(source_kind=kind).annotate(told=KeyTransform(tag, "open"))
    return rows.filter(told=True).values("source_id")


def listed(kind: str, ids: Iterable[UUID], *, paper: str) -> tuple[dict[UUID, Answers], Description]:
    """The same for a list of many; and what this paper asks today. One query, and one more if none of them answers that."""
    wanted = tuple(ids)
    rows = _on_a_page(kind, wanted, paper) if len(wanted) <= A_PAGE else list(_listed(kind, wanted, paper))
    return {row.source_id: row for row in rows}, _of_today(rows, paper)


def _of_today(rows: list[Answers], paper: str) -> Description:
    last = rows[0].newest if rows else None
    answered = next((row for row in rows if row.edition_id == last), None) or newest(paper)
    return answered.description if answered else Description(())


def _listed(kind: str, ids: tuple[UUID, ...], paper: str) -> QuerySet[Answers]:
    last = PaperEdition.objects.filter(paper__code=paper).order_by("-number").values("pk")[:1]
    rows = Answers.objects.filter(source_kind=kind, source_id__in=ids).annotate(newest=Subquery(last))
    return rows.only(*COLUMNS)


@prepared  # of a length that comes again and again
def _on_a_page(kind: str, ids: tuple[UUID, ...], paper: str) -> QuerySet[Answers]:
    """With the editions, each made once."""
    return _listed(kind, ids, paper).select_related("edition").only("edition__school", "edition__fields", *COLUMNS)


def names_in(papers: Iterable[Answers], *, on: date) -> Mapping[str, str]:
    """id -> name of every person, unit and file in these answers, also of who has left. Three queries at most."""
    return names_of({found for paper in papers for found in paper.description.ids_in(paper.values)}, on=on)


def names_of(ids: Iterable[tuple[str, str]], *, on: date) -> Mapping[str, str]:
    """The same for what Description.ids_in found."""
    ids = set(ids)
    people = [pk for kind, pk in ids if kind == "person"]
    units = [pk for kind, pk in ids if kind == "unit"]
    names = {str(pk): name for pk, name in Person.objects.filter(pk__in=people).values_list("pk", "name")} if people else {}
    files = [pk for kind, pk in ids if kind == "file"]
    names |= {str(pk): name for pk, name in Attachment.objects.filter(pk__in=files).values_list("pk", "name")} if files else {}
    return names | ({str(unit.pk): name_on(unit, on) for unit in Unit.objects.filter(pk__in=units)} if units else {})
