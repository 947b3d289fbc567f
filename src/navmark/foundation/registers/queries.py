"""What is known around an entry: its paper, who may be named there, who is told."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.links.linkable import Linked
from navmark.foundation.papers.defaults import LAST
from navmark.foundation.papers.description import Description, Values, asked
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.lacking import lacking
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_of, answers_to
from navmark.foundation.people.circles import circle, people_in
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers.circles import ANSWERED, people_named
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, Register


def known_of(entry: Entry, papers: Iterable[Answers] = ()) -> Known:
    around = {"owner": [entry.owner] if entry.owner else [], "host": [entry.owner] if entry.owner else []}
    return known_here(entry.day, unit=entry.unit, around=around, papers=papers)


def first_context(
    unit: Unit, day: date, owner: Person | None, origin: Linked | None, *, last: Values | None = None
) -> dict[str, Any]:
    """What the first answers may be taken from; of the thing that an entry comes from, what anybody reads who sees it; of a
    task its words and until when. `last`: `last_time`."""
    paper = answers_to(origin.kind, [origin.pk]).get(origin.pk) if origin else None
    open_to_all = [one.key for one in asked(paper.edition.description.fields) if not one.is_sealed] if paper else []
    source = {"task": origin.title, "due": origin.due} if origin and origin.due else {}
    source |= {key: paper.values.get(key) for key in open_to_all} if paper else {}
    return {"unit": unit, "day": day, "host": owner, "owner": owner, "source": source, LAST: last or {}}


def last_time(one: Register, unit: Unit, description: Description, *, but: UUID | None = None) -> Values:
    """What the newest entry of this unit says, where the paper takes something from last time: no query where it does not."""
    if not any(field.default.partition(":")[0] == LAST for field in description.fields):
        return {}
    newest = Entry.objects.filter(register=one, unit=unit).exclude(pk=but).order_by("-day", "-pk").values_list("pk", flat=True)
    paper = next(iter(answers_to(ENTRY, newest[:1]).values()), None)
    open_to_all = [field.key for field in asked(paper.edition.description.fields) if not field.is_sealed] if paper else []
    return {key: paper.values.get(key) for key in open_to_all} if paper else {}


def written_of(entry: Entry) -> tuple[Answers | None, Known]:
    """Its paper and what is known around it."""
    answers = answers_of(entry)
    return answers, known_of(entry, [answers] if answers else [])


def asked_here(entry: Entry, answers: Answers, known: Known) -> bool:
    """Whether a step that leads on waits for what its own page cannot ask: a file, which hangs at its question on the paper."""
    steps = entry.edition.course.steps_from(entry.state)
    asked = (lacking(answers.edition.description, answers.values, known, at_step=step.key) for step in steps)
    return any(not missing.field.is_typed for found in asked for missing in found)


def proposed(entry: Entry, fields: Iterable[PaperField], *, on: date) -> dict[str, date]:
    """The day that opens filled in where an answer says until when a later step is due, and that step usually takes so long."""
    asked = {field.key for field in fields}
    later = [step for step in entry.edition.course.steps if step.by_field in asked and step.within is not None]
    return {step.by_field: due for step in later if (due := step.due_on(on, None, work_calendar()))}


def standing(code: str, states: Collection[str]) -> dict[str, int]:
    """How many open entries of a register stand in each of these states; none of a state in which none stands."""
    if not states:
        return {}
    rows = Entry.objects.filter(register__code=code, state__in=list(states), closed_at__isnull=True).order_by("state")
    return dict(rows.values_list("state").annotate(count=Count("pk")))


def people_to_tell(entry: Entry, codes: Iterable[str], *, on: date) -> set[UUID]:
    """The ids of whoever stands in these circles around the entry."""
    things = [code.partition(":")[0] for code in codes if circle(code).of_thing]
    named = {pk for thing in things if thing in ANSWERED for pk in people_named(entry, thing)}
    offices = [code for code in codes if not circle(code).of_thing]
    found = people_in(offices, entry.unit, on=on).values_list("pk", flat=True) if offices else Person.objects.none()
    return named | set(found)


def taken_out(entries: QuerySet[Entry]) -> list[tuple[Entry, str]]:
    """Each with the name of who took it out. Two queries."""
    rows = list(entries)
    names = dict(Person.objects.filter(pk__in={row.removed_by for row in rows}).values_list("pk", "name"))
    return [(row, names.get(row.removed_by, "")) for row in rows]
