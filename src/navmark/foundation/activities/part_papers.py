"""The paper of a part: what the sheet of a kind with rules of its own asks beyond plan, roll and agenda, or that of a kind from
data which joins the gathering.

The first is begun by the first word that somebody writes; until then it stands as the newest edition begins.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.activities.completing import open_for_change
from navmark.foundation.activities.hours import LENGTH, ClassHour, hours_between
from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.occasions.writing import Lack, kind_of, known_of
from navmark.foundation.activities.planning.foreknown import foreknown
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.papers.actions import answer, begin_as, blank
from navmark.foundation.papers.defaults import TURN, defaults
from navmark.foundation.papers.description import Values
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.lacking import lacking
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_to, names_in, newest
from navmark.foundation.papers.said import Said, said
from navmark.foundation.papers.types.rows import BY_TURNS
from navmark.foundation.people.models import Person
from navmark.foundation.printing.glyphs import unprinted
from navmark.foundation.records.actions.opening import open_record
from navmark.foundation.records.findings import SelfCheckFinding

OWNER = Part._meta.label_lower
OF = "."  # between a part's kind and the key of a question
EXPECTED = "expected"  # the default of a field: how many are expected at the part


@dataclass(frozen=True)
class PartPaper:
    """The paper of one part, and what is known around it."""

    part: Part
    answers: Answers
    known: Known

    @property
    def values(self) -> Values:
        return self.answers.values

    @property
    def scope(self) -> str:
        """Before the keys of its questions, where another paper on the page may ask the same: parts of a gathering differ by
        kind."""
        return f"{self.part.kind}{OF}" if self.part.is_joined else ""

    @property
    def url(self) -> str:
        return reverse("activities:write_part", args=[self.part.pk])

    @property
    def said(self) -> tuple[Said, ...]:
        return said(self.answers.edition.description, self.values, self.known)


def papers_of(activity: Activity) -> dict[UUID, PartPaper]:
    """The papers of its parts, by the part's id; kinds without one are left out. One query, one more for each that is new, two
    where somebody is named."""
    parts = [part for part in activity.parts.all() if _code(part)]
    if not parts:
        return {}
    begun = answers_to(OWNER, [part.pk for part in parts])
    known = known_of(activity.unit, activity.day, host=activity.host, activity=activity, answers=begun.values())
    papers = {part: begun.get(part.pk) or _blank(part, known) for part in parts}
    there = {part: answers for part, answers in papers.items() if answers is not None}
    named = names_in((answers for part, answers in there.items() if part.pk not in begun), on=activity.day)
    known = replace(known, names={**known.names, **named})  # whoever has a turn may be of no circle around it
    return {part.pk: PartPaper(part, answers, known) for part, answers in there.items()}


def _code(part: Part) -> str:
    """Of the paper that hangs on this part; that of a first part from data hangs on the occasion."""
    one = kind(part.kind)
    return one.paper if part.is_joined else one.part_paper


def _blank(part: Part, known: Known) -> Answers | None:
    edition = newest(_code(part))
    if edition is None:
        return None
    held, asked = part.activity, {field.default for field in edition.description.fields}
    context: dict[str, Any] = {"host": held.host, "unit": held.unit, "day": held.day}
    if EXPECTED in asked:
        context[EXPECTED] = Rolls(held).of(part).expected
    if LENGTH in asked and not part.is_joined:
        context[LENGTH] = hours_between(held.starts_at, held.ends_at, minutes=ClassHour.on(held.day).minutes)
    if any(BY_TURNS in said for said in asked):
        context[TURN] = foreknown(kind(part.kind), held.unit, held.day)
    return blank(part, edition, defaults(edition.description, context, known))


@transaction.atomic
def write(part: Part, given: Values, *, by: Person, at: datetime) -> Answers:
    """Answer the paper of a part beside whatever stands there. Raises Locked, Completed, Unfit."""
    open_part(part)
    answers = begin_as(papers_of(part.activity)[part.pk].answers, by=by, at=at)
    return answer(answers, given, revision=answers.revision, by=by, at=at, about=part.activity)


def open_part(part: Part) -> None:
    """Raises Locked, Completed. What is of data alone nobody signs: it is open until it is complete."""
    if kind_of(part.activity).is_data:
        open_for_change(part.activity)
    else:
        open_record(part.activity)


def values_in(parts: Iterable[Part]) -> Mapping[UUID, Values]:
    """What was written on the papers of many parts, by the part's id. One query."""
    return {pk: answers.values for pk, answers in answers_to(OWNER, [part.pk for part in parts]).items()}


def lacking_beside(activity: Activity) -> Iterator[Lack]:
    """What the papers of its parts still lack."""
    for paper in papers_of(activity).values():
        for missing in lacking(paper.answers.edition.description, paper.values, paper.known):
            yield Lack(_("%(part)s: %(what)s") % {"part": paper.part, "what": missing}, f"#part-{paper.part.pk}")


def findings(activity: Activity) -> Iterator[SelfCheckFinding]:
    """For the self-check: what a paper asks for and lacks, and what on it cannot be printed."""
    for paper in papers_of(activity).values():
        at = f"#part-{paper.part.pk}"
        for missing in lacking(paper.answers.edition.description, paper.values, paper.known):
            words = _("“%(name)s” is empty. Write what was said.") % {"name": missing}
            yield SelfCheckFinding(f"empty-{missing.field.key}-{paper.part.pk}", words, at=at)
        texts = [(one.label, "\n".join((one.words, *(word for row in one.rows for word in row)))) for one in paper.said]
        for number, (label, signs) in enumerate(unprinted(texts)):
            words = _("%(field)s: “%(signs)s” cannot be printed. Write it otherwise.") % {"field": label, "signs": signs}
            yield SelfCheckFinding(f"glyphs-{paper.part.pk}-{number}", words, at=at)
