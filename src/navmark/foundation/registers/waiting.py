"""What waits of an entry: the steps that lead on, for whoever may take them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate

from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.cadence.models import Step
from navmark.foundation.cadence.sources import BOTH, Matter, Source, coded, register
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.people.circles import circle
from navmark.foundation.people.circles.named import ANOTHER
from navmark.foundation.registers.circles import last_mover, people_named
from navmark.foundation.registers.files import ENTRY, page_of
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.steps import EntryStep
from navmark.foundation.ui.languages import in_both

STEPS = "entry"  # the kind of what waits


def steps(ids: Sequence[UUID] | None, _on: date) -> Iterator[Matter]:
    """The steps out of the state of each open entry: one matter for each person named, one for the offices. Six queries."""
    rows = Entry.objects.filter(closed_at__isnull=True)
    rows = rows if ids is None else rows.filter(pk__in=list(ids))
    entries = list(rows.select_related("register", "edition").prefetch_related("moves", "hands"))
    papers = answers_to(ENTRY, [entry.pk for entry in entries])
    calendar = work_calendar() if entries else None
    for entry in entries:
        values = papers[entry.pk].values if entry.pk in papers else {}
        yield from _of(entry, values, calendar)


def _of(entry: Entry, values: Any, calendar: Any) -> Iterator[Matter]:
    """The first step that leads on names the matter and its day; others that the same people may take stand on the page."""
    people: dict[UUID, EntryStep] = {}
    offices: dict[str, EntryStep] = {}
    since = localdate(entry.state_at)
    for step in entry.edition.course.steps_from(entry.state):
        if step.opens_on(since, values.get(step.by_field)) is None:
            continue
        named = {pk for code in step.who if circle(code).of_thing for pk in people_named(entry, code.partition(":")[0])}
        for pk in named:
            people.setdefault(pk, step)
        if not named:
            for code in _offices(step):
                offices.setdefault(code, step)
    for pk, step in sorted(people.items()):
        yield _matter(entry, step, values, calendar, person=pk)
    if offices:
        step = next(iter(offices.values()))
        others = any(code.startswith(ANOTHER) for code in step.who)
        yield _matter(
            entry,
            step,
            values,
            calendar,
            place=entry.unit_id,
            circles=tuple(offices),
            but_not=last_mover(entry) if others else None,
        )


def _offices(step: EntryStep) -> Iterator[str]:
    """ "another:committee" waits for the committee."""
    for code in step.who:
        thing, _colon, of = code.partition(":")
        if thing == ANOTHER and of:
            yield of
        elif not circle(code).of_thing:
            yield code


def _matter(entry: Entry, step: EntryStep, values: Any, calendar: Any, **whose: Any) -> Matter:
    since, answer = localdate(entry.state_at), values.get(step.by_field)
    asks = in_both(lambda: entry.edition.course.asks_for(step, entry.state))
    title = coded(BOTH, *asks, entry.title)
    return Matter(
        source=entry.pk, about=entry.pk, title=title, step=Step.GO_ON, opens_on=step.opens_on(since, answer) or since,
        due_on=step.due_on(since, answer, calendar),
        closes_on=step.closes_on(since, answer), step_at=entry.state_at, page=page_of(entry),
        action=reverse("registers:step", args=[entry.pk, step.key]), note=_kept_in(entry.register), **whose,
    )  # fmt: skip


def _kept_in(one: Register) -> str:
    """A number and a title alone do not tell an article from an honour."""
    return coded(BOTH, one.title, one.title_en)


register(Source(STEPS, ("entry",), steps))
