"""What is wrong in a description: where, what, and how to mend it; every fault at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.papers.places import Path, line_of
from navmark.foundation.tables.refusals import listed
from navmark.foundation.ui.marks import colon
from navmark.foundation.ui.refusals import Refusal


@dataclass(frozen=True)
class Fault:
    """`path` of keys from the top of the file to the wrong value."""

    path: Path
    words: str

    def __str__(self) -> str:
        return f"{'.'.join(self.path)}{colon()}{self.words}"


class Misdescribed(Refusal):
    """A description that cannot be taken; nothing of it is."""

    def __init__(self, faults: Iterable[Fault], *, where: str = "", text: str = "") -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{_place(where, text, fault)}{fault}" for fault in self.faults))


def _place(where: str, text: str, fault: Fault) -> str:
    line = line_of(text, fault.path)
    if where and line is not None:
        return _("%(file)s, line %(line)d: ") % {"file": where, "line": line}
    return f"{where} " if where else ""


# What our validating library found, by its own code, in our words. `key` is the last of the path, `given` what stood there.
EXPECTED: dict[str, Any] = {
    "key": gettext_lazy(
        "a key is made of small Latin letters, digits and _, begins with a letter, and has 40 characters at most."
    ),
    "required": gettext_lazy("write never, before, or step: and the name of a step."),
    "default": gettext_lazy("write the name of what is known, such as host, unit, day, last, source:KEY or value:WORDS."),
    "class": gettext_lazy("write public, internal, personal or sensitive."),
    "width": gettext_lazy("write 1, 2 or 4: how many quarters of the printed line."),
    "since": gettext_lazy("write a day, such as 2026-09-01."),
    "retired": gettext_lazy("write a day, such as 2026-09-01."),
    "choices": gettext_lazy("write a list of words, or a table of keys and words; one at least."),
    "columns": gettext_lazy("describe one to eight columns."),
}
BY_CODE = {
    "missing": gettext_lazy("this is needed."),
    "string_type": gettext_lazy("write words, in quotation marks."),
    "bool_type": gettext_lazy("write true or false."),
    "tuple_type": gettext_lazy("write a list, in square brackets."),
    "string_too_long": gettext_lazy("at most %(max_length)s characters."),
    "greater_than": gettext_lazy("more than %(gt)s."),
    "greater_than_equal": gettext_lazy("no less than %(ge)s."),
    "less_than_equal": gettext_lazy("no more than %(le)s."),
    "literal_error": gettext_lazy("write one of: %(expected)s."),
    "too_short": gettext_lazy("name at least %(min_length)s."),
    "too_long": gettext_lazy("name at most %(max_length)s."),
}
NUMERIC = ("int_", "decimal_", "float_")


def fault_of(error: Mapping[str, Any], path: Path, options: Iterable[str]) -> Fault:
    """One error of the library; `options` are the keys that this type of field knows."""
    place = (*path, *(str(part) for part in error["loc"]))
    code, last = error["type"], next((part for part in error["loc"] if isinstance(part, str)), "")
    if code in ("extra_forbidden", "unexpected_keyword_argument"):
        return Fault(place, _("this field knows no such key; it knows: %(keys)s.") % {"keys": listed(options)})
    if last in EXPECTED and code != "missing":
        return Fault(place, str(EXPECTED[last]))
    if code.startswith(NUMERIC):
        return Fault(place, _("write a number."))
    words = BY_CODE.get(code, gettext_lazy("this value cannot be understood here."))
    return Fault(place, str(words) % error.get("ctx", {}))
