"""The guardians that a pupil's row names.

A guardian is the one the child has on record by that name, else an adult of the same name and telephone, else the clerk is asked
once whether it is the adult of that name who is known here (a colleague, another child's guardian), else somebody new.
"""

from django.utils.translation import gettext as _

from navmark.foundation.people.identity import indexed, phone_key
from navmark.foundation.people.importing import facts
from navmark.foundation.people.importing.guardian_columns import Named, named_in
from navmark.foundation.people.importing.matching import NEW, Match, differs, person_in_words
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.models import EngagementKind, Guardianship, ImportAnswer, Person, TableKind
from navmark.foundation.tables.preview import Change, Question
from navmark.foundation.tables.rows import Row


def asked_about(setting: Setting, child: Person | None, row: Row) -> Match | None:
    """The first guardian of the row of whom the clerk has not said yet who it is."""
    found = (_match(setting, child, named) for named in named_in(row))
    return next((match for match in found if match.question), None)


def take_guardians(setting: Setting, child: Person, row: Row) -> list[Change]:
    changes: list[Change] = []
    for named in named_in(row):
        changes += _take(setting, child, named)
    return changes


def _match(setting: Setting, child: Person | None, named: Named) -> Match:
    register = setting.register
    if child is not None and (held := _held(setting, child, named.name)):
        return Match(register.persons[held.guardian_id])
    if (known := setting.guardians.get((named.name, named.phone))) and named.phone:
        return Match(known)
    adults = [one for one in register.by_name.get(named.name, ()) if not one._state.adding and not _is_pupil(setting, one)]
    phone = phone_key(named.phone)
    if phone and (same := [one for one in adults if one.phone_index == phone]):
        return Match(same[0])
    asked = [one for one in adults if not differs(one.phone_index, phone) or _works_here(setting, one)]
    return _ask(setting, named, asked) if asked else Match()


def _ask(setting: Setting, named: Named, known: list[Person]) -> Match:
    answer = setting.answers.get(named.mark)
    if answer == NEW:
        return Match(answer=named.mark)
    for person in known:
        if str(person.pk) == answer:
            return Match(person, answer=named.mark)
    choices = tuple((str(person.pk), person_in_words(person)) for person in known)
    text = _("Is the guardian %(name)s one of them?") % {"name": named.name}
    question = Question(text, (*choices, (NEW, _("No, somebody else"))))
    return Match(question=question, answer=named.mark, candidates=tuple(known))


def _take(setting: Setting, child: Person, named: Named) -> list[Change]:
    register, match = setting.register, _match(setting, child, named)
    guardian = match.person or _added(setting, named)
    if match.answer:
        setting.answered.append(match.answer)
        if match.answer not in register.answers:
            register.answers[match.answer] = guardian.pk
            register.add(ImportAnswer(kind=TableKind.PUPILS, fingerprint=match.answer, person=guardian))
    setting.guardians.setdefault((named.name, named.phone), guardian)
    facts.engaged(register, guardian, EngagementKind.GUARDIAN)
    return [*_take_phone(setting, guardian, named.phone), *_take_relation(setting, child, guardian, named.relation)]


def _added(setting: Setting, named: Named) -> Person:
    guardian = indexed(Person(name=named.name, phone=named.phone))
    setting.register.add_person(guardian)
    return guardian


def _take_phone(setting: Setting, guardian: Person, phone: str) -> list[Change]:
    """A colleague's number is the one of the staff list."""
    if not phone or guardian.phone == phone or (guardian.phone and _works_here(setting, guardian)):
        return []
    before, guardian.phone = guardian.phone, phone
    setting.register.change_person(indexed(guardian))
    label = _("%(who)s: phone") % {"who": guardian.name}
    return [Change(label, f"…{before[-4:]}" if before else "", f"…{phone[-4:]}")]


def _take_relation(setting: Setting, child: Person, guardian: Person, relation: str) -> list[Change]:
    """Who is on record as a guardian of the past is not taken back by a table that still lists the name."""
    register = setting.register
    held = next((row for row in register.guardianships[child.pk] if row.guardian_id == guardian.pk), None)
    if held is None:
        register.guardianships[child.pk].append(register.add(Guardianship(guardian=guardian, child=child, relation=relation)))
        return [Change(_("Guardian"), "", " · ".join(filter(None, (guardian.name, relation))))]
    if not relation or held.relation == relation or held.to_day:
        return []
    before, held.relation = held.relation, relation
    register.change(held)
    return [Change(_("%(who)s is to the child") % {"who": guardian.name}, before, relation)]


def _held(setting: Setting, child: Person, name: str) -> Guardianship | None:
    rows = setting.register.guardianships.get(child.pk, ())
    return next((row for row in rows if setting.register.persons[row.guardian_id].name == name), None)


def _is_pupil(setting: Setting, person: Person) -> bool:
    return any(row.kind == EngagementKind.PUPIL for row in setting.register.engagements.get(person.pk, ()))


def _works_here(setting: Setting, person: Person) -> bool:
    return any(row.kind == EngagementKind.STAFF for row in setting.register.engagements.get(person.pk, ()))
