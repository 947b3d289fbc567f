"""A year in numbers, for whoever keeps the register: how many in which state, and by which choices of its paper."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import known
from navmark.foundation.registers.facts import OPEN
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.filtering import Wanted, entries
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.tables.writing import Field, Worksheet
from navmark.foundation.ui.marks import bracketed


@dataclass(frozen=True)
class YearCount:
    """By what was counted, and how many of each; what was not answered comes last."""

    title: str
    counts: tuple[tuple[str, int], ...]


def tallies(viewer: Viewer, one: Register, wanted: Wanted) -> list[YearCount]:
    """Of the entries of the year that the filter leaves. A query for the states, and one for each choice."""
    rows = entries(viewer, one, wanted).filter(year=wanted.year).order_by()
    paper = newest(one.paper)
    fields = [paper.description.by_key[key] for key in one.count_by if key in paper.description.by_key] if paper else []
    about, states = known_here(viewer.on), _that_count(one)
    of_state = rows.filter(state__in=states) if states else rows
    words = "、".join(known.newest(one).course.state(key).words for key in states)
    return [
        *_by_state(one, rows),
        *(YearCount(_called(field, words), _by_field(field, of_state, about)) for field in fields if not field.is_sealed),
    ]


def _that_count(one: Register) -> list[str]:
    """The states whose entries are a fact of the school (what was published); none where every entry is one."""
    named = [fact.partition(":")[2] for fact in one.facts]
    return [] if {"", OPEN} & set(named) else named


def _called(field: PaperField, states: str) -> str:
    return field.name + bracketed(states) if states else field.name


def _by_state(one: Register, rows: QuerySet[Entry]) -> Iterator[YearCount]:
    course = known.newest(one).course
    if len(course.states) > 1:
        counted = dict(rows.values_list("state").annotate(Count("pk")))
        there = [state for state in course.by_key if state in counted] + sorted(counted.keys() - course.by_key.keys())
        yield YearCount(_("State"), tuple((course.state(key).words, counted[key]) for key in there))


def _by_field(field: PaperField, rows: QuerySet[Entry], about: Known) -> tuple[tuple[str, int], ...]:
    """One entry counts for each of several choices."""
    said = Answers.objects.filter(source_kind=ENTRY, source_id__in=rows.values("pk"))
    grouped = said.values_list(f"open__{field.key}").annotate(Count("pk"))
    counted: Counter[str] = Counter()
    for kept, count in grouped:
        for words in _words(field, kept, about):
            counted[words] += count
    missing = counted.pop("", 0)
    for _key, label in getattr(field, "choices", ()):
        counted.setdefault(label, 0)  # a gap is seen
    return (*counted.most_common(), *([(_("not answered"), missing)] if missing else []))


def _words(field: PaperField, kept: Any, about: Known) -> list[str]:
    if kept is None:
        return [""]
    values = kept if isinstance(kept, list) else [kept]
    return [field.words(field.restored([value] if isinstance(kept, list) else value), about) for value in values]


def worksheet(found: list[YearCount]) -> Worksheet:
    """For the second leaf of the list."""
    with override(settings.LANGUAGE_CODE):
        fields = [Field(_("Counted by")), Field(""), Field(_("How many"), "integer")]
        return Worksheet(_("Numbers"), fields, [(one.title, words, count) for one in found for words, count in one.counts])
