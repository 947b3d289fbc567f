"""The page on which an election is counted: the papers, a row a candidate, two rows for 另选人."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from navmark.foundation.activities.roll import Roll
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.elections import Count
from navmark.foundation.proceedings.forms_of_votes import BallotsForm, CountForm, WrittenInForm
from navmark.foundation.proceedings.models import AgendaItem, Vote
from navmark.foundation.proceedings.results import WRITTEN_IN_ROWS


@dataclass(frozen=True)
class CountPage:
    papers: BallotsForm
    rows: list[tuple[Person, CountForm]]
    others: list[WrittenInForm]
    is_again: bool

    @classmethod
    def of(cls, data: Any, item: AgendaItem, standing: Sequence[Person], roll: Roll) -> "CountPage":
        """Filled with what was counted before. No candidate watches or counts the own election."""
        on = item.part.activity.day
        known = {vote.candidate_id: vote for vote in item.votes.all() if vote.candidate_id}
        there = [place.person for place in roll.places if place.row.is_there and place.person not in standing]
        full = [place.person for place in roll.places if place.is_apart and place.person not in standing]
        others = Names(full, on=on, listed_as="names-of-others")
        written = [vote for key, vote in known.items() if key not in {one.pk for one in standing}]
        return cls(
            BallotsForm(data, names=Names(there, on=on), initial=_papers(known, roll.entitled_present)),
            [(one, CountForm(data, prefix=str(one.pk), initial=_counted(known.get(one.pk)))) for one in standing],
            [WrittenInForm(data, names=others, prefix=f"other-{n}", initial=initial)
             for n, initial in enumerate(_written_in(written), start=1)],
            bool(known),
        )  # fmt: skip

    def _forms(self) -> Iterator[forms.Form]:
        yield from (self.papers, *(row for _person, row in self.rows), *self.others)

    @property
    def title(self) -> str:
        return _("Correct this count") if self.is_again else _("How many votes did each candidate receive?")

    @property
    def named(self) -> list[tuple[str, forms.Form]]:
        """For the summary of errors: whose row it is."""
        return [*((person.name, row) for person, row in self.rows), *((_("Written in"), row) for row in self.others)]

    def is_valid(self) -> bool:
        answers = [form.is_valid() for form in self._forms()]  # all of them, so that every row says what is wrong
        return all(answers) and self._each_once()

    def is_refused(self) -> bool:
        return any(form.errors for form in self._forms())

    def _each_once(self) -> bool:
        seen: set[Person] = set()
        for form in self.others:
            person = form.cleaned_data.get("person")
            if person in seen:
                form.add_error("person", _("This name stands in two rows. Add the votes up in one."))
            elif person:
                seen.add(person)
        return not self.is_refused()

    def counts(self) -> list[Count]:
        written = [form.cleaned_data for form in self.others if form.cleaned_data.get("person")]
        return [
            *(Count(person, **row.cleaned_data) for person, row in self.rows),
            *(Count(one["person"], one["ayes"]) for one in written),
        ]

    def mark(self, wrong: Mapping[Person, str]) -> None:
        """Say at each row what is wrong with its sum."""
        by_person: dict[Person, forms.Form] = dict(self.rows)
        by_person |= {form.cleaned_data["person"]: form for form in self.others if form.cleaned_data.get("person")}
        for person, words in wrong.items():
            by_person[person].add_error("ayes", words)


def _papers(known: dict[UUID, Vote], present: int) -> dict[str, Any]:
    first = next(iter(known.values()), None)
    if first is None:
        return {"issued": present, "collected": present}
    names = ("issued", "collected", "invalid")
    return {name: getattr(first, name) for name in names} | {"overseer": first.overseer_id, "counter": first.counter_id}


def _counted(vote: Vote | None) -> dict[str, int]:
    return {name: getattr(vote, name) for name in ("ayes", "nays", "abstentions")} if vote else {}


def _written_in(votes: Sequence[Vote]) -> list[dict[str, Any]]:
    filled: list[dict[str, Any]] = [{"person": vote.candidate_id, "ayes": vote.ayes} for vote in votes]
    return filled + [{}] * max(WRITTEN_IN_ROWS - len(filled), 0)
