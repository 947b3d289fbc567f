"""Of two rows what is said of the person: what one alone knows is taken; where both differ somebody chooses, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from navmark.foundation.people.importing.details import in_words
from navmark.foundation.people.models import Person, SchoolAccount
from navmark.foundation.sealing.fields import is_readable

KEPT, GONE = "kept", "gone"
SEALED = ("phone", "id_number", "address")
FIELDS: dict[str, str | Promise] = {
    "name": pgettext_lazy("of a person", "name"),
    "sex": _("sex"),
    "born": _("date of birth"),
    "staff_number": _("staff number"),
    "pupil_number": _("pupil number"),
    "ethnicity": _("ethnicity"),
    "education": _("education"),
    "subject": _("subject taught"),
    "job": _("position"),
    "phone": _("phone"),
    "id_number": _("identity number"),
    "address": _("address"),
}
ACCOUNT = "account"


@dataclass(frozen=True)
class DifferingValue:
    """Both rows say something, and not the same; of what is sealed the end alone is shown."""

    key: str
    label: str | Promise
    kept: str
    gone: str


def differing(kept: Person, gone: Person) -> list[DifferingValue]:
    """What somebody has to choose; the account with which she goes on signing in among it. One query."""
    pairs = ((key, label, _told(kept, key), _told(gone, key)) for key, label in FIELDS.items() if _differ(kept, gone, key))
    found = [DifferingValue(*one) for one in pairs]
    logins = dict(SchoolAccount.objects.filter(person__in=(kept, gone)).values_list("person", "account__login"))
    if len(logins) > 1:
        found.append(DifferingValue(ACCOUNT, _("account to sign in with"), logins[kept.pk], logins[gone.pk]))
    return found


def _differ(kept: Person, gone: Person, key: str) -> bool:
    one, other = getattr(kept, key), getattr(gone, key)
    return bool(one and other and one != other)


def _told(person: Person, key: str) -> str:
    value = getattr(person, key)
    if key == "born":
        return in_words(value, person.born_precision)
    if key in SEALED:
        return f"…{value[-4:]}" if is_readable(value) else str(value)
    return str(person.get_sex_display()) if key == "sex" else str(value)


def together(kept: Person, gone: Person, chosen: Mapping[str, str]) -> dict[str, Any]:
    """What the row that stays says from now on, by field. `chosen`: field -> KEPT or GONE, of those in which both differ."""
    found = {key: _value(kept, gone, key, chosen) for key in FIELDS}
    source = gone if found["born"] == gone.born and found["born"] != kept.born else kept
    found["born_precision"] = source.born_precision
    return found


def _value(kept: Person, gone: Person, key: str, chosen: Mapping[str, str]) -> Any:
    if _differ(kept, gone, key):
        return getattr(gone if chosen[key] == GONE else kept, key)
    return getattr(kept, key) or getattr(gone, key)
