"""How one person is told from another: keys that can be compared without opening what is sealed."""

import re

from navmark.foundation.people.models import Person
from navmark.foundation.people.strokes import sort_key
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
