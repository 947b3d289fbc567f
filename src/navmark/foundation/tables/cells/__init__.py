"""Cleaners: each takes the text of a non-blank cell and returns its value, None for "nothing", or raises CellProblem.

A message names what was read and how to mend it; it never guesses between two readings.
"""

from .classes import ClassName, WrittenGrade, class_in, class_name, class_or_number, grade
from .dates import WrittenDate, WrittenSpan, date_of_year, spans, written_date
from .identity import id_number, identifier, phone
from .numbers import decimal, integer
from .words import choice, person_name, sex, text, yes_no

__all__ = [
    "ClassName",
    "WrittenDate",
    "WrittenGrade",
    "WrittenSpan",
    "choice",
    "class_in",
    "class_name",
    "class_or_number",
    "date_of_year",
    "decimal",
    "grade",
    "id_number",
    "identifier",
    "integer",
    "person_name",
    "phone",
    "sex",
    "spans",
    "text",
    "written_date",
    "yes_no",
]
