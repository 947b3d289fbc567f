"""How one person is told from another: keys that can be compared without opening what is sealed."""

import re

from navmark.foundation.people.models import Person
from navmark.foundation.people.strokes import sort_key
from navmark.foundation.sealing.fields import is_readable
from navmark.foundation.sealing.index import blind_index


def phone_key(phone: str) -> str:
    """Blind index of a telephone number; blanks and dashes do not count."""
    return blind_index(re.sub(r"\D", "", phone), "phone")


def id_key(number: str) -> str:
    return blind_index(re.sub(r"\s", "", number).upper(), "id_number")


def indexed(person: Person) -> Person:
    """Set the keys that follow from name, phone and identity number: call whenever one of these is set."""
    person.sort_key = sort_key(person.name)
    person.phone_index = phone_key(person.phone)
    person.id_index = id_key(person.id_number)
    return person


def index_anew() -> int:
    """Compute the keys of everybody whose sealed fields can be read, after the key of the indexes was replaced; how many."""
    changed = [indexed(person) for person in Person.objects.all() if is_readable(person.phone) and is_readable(person.id_number)]
    Person.objects.bulk_update(changed, ("sort_key", "phone_index", "id_index"), batch_size=500)
    return len(changed)
