"""Which person a row is about: by number, else name and phone, else name and month of birth, else the clerk is asked once."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.people.identity import id_key, phone_key
from navmark.foundation.people.importing.details import in_words
from navmark.foundation.people.importing.register import KnownPeople
from navmark.foundation.people.models import EngagementKind, Person, Precision, TableKind
from navmark.foundation.people.refusals import NumberTaken
from navmark.foundation.sealing.index import blind_index
from navmark.foundation.tables.cells import WrittenDate
from navmark.foundation.tables.preview import Question
from navmark.foundation.tables.rows import Problem, Row

NEW = "new"
NUMBERS = ("staff_number", "pupil_number", "id_number")  # each belongs to one person
MONTHS = (Precision.DAY, Precision.MONTH)


@dataclass(slots=True)
class Match:
    """The person, or nobody yet, or a question, or a problem; `answer` is the fingerprint under which an answer is remembered.

    `people` are those the row may be about: the person, or whom the question names.
    """

    person: Person | None = None
    question: Question | None = None
    problem: str = ""
    answer: str = ""
    key: Any = field(default=None)
    candidates: tuple[Person, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.person,) if self.person else self.candidates


class Matcher:
    """`once` are the names that one row alone bears."""

    def __init__(self, kind: str, register: KnownPeople, answers: dict[str, str], *, once: frozenset[str] = frozenset()) -> None:
        self.kind, self.register, self.once = kind, register, once
        self.number_field = "pupil_number" if kind == TableKind.PUPILS else "staff_number"
        self.answers = {mark: str(person) for mark, person in register.answers.items()} | answers

    def match(self, row: Row) -> Match:
        found = self._by_numbers(row) or self._by_name(row)
        if found.key is None:
            found.key = found.person.pk if found.person else self._own_key(row)
        return found

    def _by_numbers(self, row: Row) -> Match | None:
        keys = (
            (self.number_field, row.values.get(self.number_field, "")),
            ("id_index", id_key(row.values.get("id_number", ""))),
        )
        holders = [self.register.by_number[key] for key in keys if key[1] and key in self.register.by_number]
        if not holders:
            return None
        person, other = holders[0], holders[-1]
        if person is not other:
            return Match(problem=str(NumberTaken(other.name)))
        if person._state.adding:  # a row above is about the same person
            return Match(key=getattr(person, self.number_field) or person.id_number)
        return Match(person) if person.name == row.values["name"] else self._renamed(row, person)

    def _renamed(self, row: Row, person: Person) -> Match:
        mark = fingerprint(self.kind, row)
        if self.answers.get(mark) == str(person.pk):
            return Match(person, answer=mark)
        text = _("The number in this row is that of %(name)s. Is it the same person, with a new name?") % {"name": person.name}
        question = Question(text, ((str(person.pk), _("Yes, the name has changed")),))
        return Match(question=question, answer=mark, candidates=(person,))

    def _by_name(self, row: Row) -> Match:
        namesakes = [one for one in self.register.by_name.get(row.values["name"], ()) if self._may_be(one, row)]
        if not namesakes:
            return Match()
        if len(namesakes) == 1 and row.values["name"] in self.once and self._is_bare(namesakes[0]):
            return Match(namesakes[0])
        phone, born = phone_key(row.values.get("phone", "")), row.values.get("born")
        for test in (lambda one: phone and one.phone_index == phone, lambda one: same_month(one, born)):
            hits = [one for one in namesakes if test(one)]
            if len(hits) == 1:
                return Match(hits[0])
            if hits:
                return self._ask(row, hits)
        rest = [one for one in namesakes if not (differs(one.phone_index, phone) and other_month(one, born))]
        return self._ask(row, rest) if rest else Match()

    def _ask(self, row: Row, candidates: list[Person]) -> Match:
        mark = fingerprint(self.kind, row)
        answer = self.answers.get(mark)
        if answer == NEW:
            return Match(answer=mark)
        for person in candidates:
            if str(person.pk) == answer:
                return Match(person, answer=mark)
        choices = [(str(person.pk), person_in_words(person)) for person in candidates]
        likely = choices[0][0] if len(choices) == 1 and not {"phone", "born"} & row.values.keys() else ""
        question = Question(_("Is this one of them?"), (*choices, (NEW, _("No, somebody else"))), likely)
        return Match(question=question, answer=mark, candidates=tuple(candidates))

    def _is_bare(self, person: Person) -> bool:
        """Nothing is known of her but a name: the account with which the school was set up, before any table."""
        known = (person.born, person.phone_index, person.id_index, person.staff_number)
        return not any(known) and person.pk not in self.register.engagements and person.pk not in self.register.statuses

    def _may_be(self, person: Person, row: Row) -> bool:
        """A pupil is not looked for among adults, nor the reverse; another number means another person."""
        if person._state.adding:
            return False
        is_pupil = any(row.kind == EngagementKind.PUPIL for row in self.register.engagements.get(person.pk, ()))
        if is_pupil != (self.kind == TableKind.PUPILS):
            return False
        number = row.values.get(self.number_field, "")
        return not differs(getattr(person, self.number_field), number) and not differs(
            person.id_index, id_key(row.values.get("id_number", ""))
        )

    def _own_key(self, row: Row) -> Any:
        """What tells two new people of one file apart; None where the file does not say enough to call them the same."""
        values = row.values
        if number := values.get(self.number_field) or values.get("id_number"):
            return number
        told = values.get("phone") or values.get("born")
        return (values["name"], told) if told else None


def shared(heading: str, number: str, row: Row, earlier: str, name: str) -> Problem:
    """What is wrong with a row that has the number (or, without a heading, everything) of an earlier one."""
    own = row.texts.get("name", "")
    told = {"row": earlier, "name": name, "own": own, "number": number if heading and len(number) < 15 else f"…{number[-4:]}"}
    if not heading or name == own:
        return Problem(heading, _("%(name)s stands in row %(row)s already; keep one of the two rows.") % told)
    message = _(
        "“%(number)s” is %(name)s in row %(row)s and %(own)s here; one number belongs to one person. Correct one of the two rows."
    )
    return Problem(heading, message % told)


def person_in_words(person: Person) -> str:
    """Enough to tell namesakes apart; of a telephone its end."""
    known = (person.staff_number or person.pupil_number, in_words(person.born, person.born_precision), person.job)
    phone = f"…{person.phone[-4:]}" if person.phone else ""
    return " · ".join(filter(None, (person.name, *known, phone)))


def differs(one: str, other: str) -> bool:
    """Both known, and not the same."""
    return bool(one and other and one != other)


def same_month(person: Person, written: WrittenDate | None) -> bool:
    if written is None or person.born is None or person.born_precision not in MONTHS or written.precision not in MONTHS:
        return False
    return (person.born.year, person.born.month) == (written.on.year, written.on.month)


def other_month(person: Person, written: WrittenDate | None) -> bool:
    return written is not None and person.born is not None and not same_month(person, written)


def fingerprint(kind: str, row: Row) -> str:
    """The same row gives the same mark again, and nobody is readable in it."""
    told = [row.texts.get(key, "") for key in ("name", "staff_number", "pupil_number", "id_number", "phone", "born")]
    return blind_index("|".join((kind, *told)), "import answer")
