"""The plain facts about a person: what the table says, what is on record, and which of the two stands.

A blank cell never wipes anything out, and a month does not overwrite a day that lies in it.
"""

import json
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from navmark.foundation.people.identity import indexed
from navmark.foundation.people.models import Person, Precision, Sex
from navmark.foundation.tables.cells import WrittenDate
from navmark.foundation.tables.preview import Change
from navmark.foundation.tables.rows import Row

PLAIN = ("name", "sex", "staff_number", "pupil_number", "ethnicity", "education", "subject", "job")
SEALED = ("phone", "id_number", "address")
REMARK = "备注"  # kept among the other columns, whatever was understood of it
FINENESS = (Precision.YEAR, Precision.MONTH, Precision.DAY)
SEXES = {"male": Sex.MALE, "female": Sex.FEMALE}


def take_details(person: Person, row: Row) -> list[Change]:
    """Set on `person` what the row says and the record does not; what changed, in words."""
    values = row.values | ({"sex": SEXES[row.values["sex"]]} if "sex" in row.values else {})
    told = [field for field in (*PLAIN, *SEALED) if field in values and getattr(person, field) != values[field]]
    if person._state.adding:  # nothing was held, so there is nothing to say in words
        for field in told:
            setattr(person, field, values[field])
        changes = []
    else:
        changes = [Change(_label(field), _shown(person, field), _put(person, field, values[field])) for field in told]
    changes += _take_birth(person, values.get("born"))
    remark = {REMARK: values["remark"]} if "remark" in values else {}
    changes += _take_extras(person, row.extras | remark)
    if changes or person._state.adding:
        indexed(person)
    return changes


def _label(field: str) -> str:
    return str(Person._meta.get_field(field).verbose_name)


def _put(person: Person, field: str, value: Any) -> str:
    setattr(person, field, value)
    return _shown(person, field)


def _shown(person: Person, field: str) -> str:
    """A value for the preview; of what is sealed, only its end."""
    if field == "sex":
        return str(Sex(person.sex).label) if person.sex else ""
    value = getattr(person, field)
    return f"…{value[-4:]}" if value and field in SEALED else value


def _take_birth(person: Person, written: WrittenDate | None) -> list[Change]:
    if written is None or (person.born, person.born_precision) == (written.on, written.precision):
        return []
    if knows_better(person.born, person.born_precision, written):
        return []
    before = in_words(person.born, person.born_precision)
    person.born, person.born_precision = written.on, written.precision
    return [Change(_label("born"), before, in_words(person.born, person.born_precision))]


def knows_better(day: date | None, precision: str, written: WrittenDate) -> bool:
    """What is on record lies within what the table says, and is more exact: a month takes no day away."""
    if day is None or not written.on <= day <= written.last:
        return False
    return FINENESS.index(precision or Precision.DAY) > FINENESS.index(written.precision)


def in_words(day: date | None, precision: str) -> str:
    """1990-05-20, 1990-05 or 1990: as much as is known."""
    if day is None:
        return ""
    return date_format(day, {"day": "Y-m-d", "month": "Y-m", "year": "Y"}[precision or "day"])


def _take_extras(person: Person, extras: dict[str, str]) -> list[Change]:
    """Keep the columns we have no meaning for, under their own headings."""
    kept = person.extras
    new = {heading: text for heading, text in extras.items() if kept.get(heading) != text}
    if not new:
        return []
    person.extra = json.dumps(kept | new, ensure_ascii=False, sort_keys=True)
    return [Change(_("other columns"), "", _(", ").join(new))]
