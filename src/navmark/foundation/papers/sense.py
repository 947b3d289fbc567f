"""What no library can say of a description: whether it makes sense as a whole."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.faults import Fault, Path
from navmark.foundation.papers.fields import NEVER, PaperField
from navmark.foundation.papers.listing import SEPARATORS
from navmark.foundation.papers.types.choices import Choice
from navmark.foundation.papers.types.numbers import Number
from navmark.foundation.papers.types.people import OnePerson
from navmark.foundation.papers.types.rows import Rows
from navmark.foundation.papers.types.scores import Total, can_be_added, summand
from navmark.foundation.papers.types.units import OneUnit
from navmark.foundation.papers.types.yes_no import YesNo
from navmark.foundation.privacy.classes import FieldClass
from navmark.foundation.tables.headings import normalised

TAKEN = ("revision", "csrfmiddlewaretoken")  # names that every form of ours has
STEP = "step:"


def senseless(description: Description, path: Path, exists: Any) -> Iterator[Fault]:
    """The faults of a description whose structure is right. `exists`: describing.Exists."""
    yield from _said_twice(description, path)
    for field in description.fields:
        place = (*path, field.key)
        yield from _nameless(field, place)
        yield from _unknown_names(field, place, exists)
        yield from _wrong_choices(field, place)
        if isinstance(field, Total):
            yield from _no_sum(field, description, place)
        if isinstance(field, Number) and field.within:
            yield from _no_whole(field, description, place)
        if field.only and not _is_choice(field.only, description):
            yield Fault((*place, "only"), _("name a question with choices and one of them, as in what=lessons."))
        if isinstance(field, YesNo) and field.must and field.required == NEVER:
            yield Fault((*place, "must"), _("say when: write required, before or at a step."))
        if isinstance(field, Rows):
            yield from _wrong_columns(field, place, exists)


def _said_twice(description: Description, path: Path) -> Iterator[Fault]:
    """Two fields of one key, or that an import could not tell apart."""
    keys: set[str] = set()
    headings: dict[str, str] = {}
    for field in description.fields:
        if field.key in keys or field.key in TAKEN:
            yield Fault((*path, field.key), _("this key is taken; write another."))
        keys.add(field.key)
        if field.is_asked and field.retired is None and field.label:
            first = headings.setdefault(normalised(field.label), field.key)
            if first != field.key:
                words = _("“%(label)s” stands at %(key)s too; write another.")
                yield Fault((*path, field.key, "label"), words % {"label": field.label, "key": first})


def _nameless(field: PaperField, path: Path) -> Iterator[Fault]:
    if not field.label and (field.is_asked or field.type == "heading"):
        yield Fault((*path, "label"), _("this is needed."))


def _unknown_names(field: PaperField, path: Path, exists: Any) -> Iterator[Fault]:
    if isinstance(field, OnePerson) and not exists.circle(field.of):
        yield Fault((*path, "of"), _("there is no circle “%(name)s”.") % {"name": field.of})
    if isinstance(field, OneUnit) and field.of and not exists.unit_kind(field.of):
        yield Fault((*path, "of"), _("there is no kind of unit “%(name)s”.") % {"name": field.of})
    if field.required.startswith(STEP) and not exists.step(field.required.removeprefix(STEP)):
        yield Fault((*path, "required"), _("there is no step “%(name)s”.") % {"name": field.required.removeprefix(STEP)})
    if isinstance(field, OnePerson) and field.of in ("pupils", "guardians") and field.held_as != FieldClass.SENSITIVE:
        yield Fault((*path, "class"), _("who names a child or a guardian names it under seal; write sensitive."))


def _wrong_choices(field: PaperField, path: Path) -> Iterator[Fault]:
    if not isinstance(field, Choice):
        return
    offered = (*field.choices, *field.gone)
    labels = {normalised(label) for _key, label in field.choices}  # one that is gone may come back under another key
    if any(mark in label for _key, label in offered for mark in SEPARATORS if field.type == "choices"):
        yield Fault((*path, "choices"), _("no word of several may hold a comma, a semicolon or a stroke; write it without."))
    if len({key for key, _label in offered}) < len(offered) or len(labels) < len(field.choices):
        yield Fault((*path, "choices"), _("two of them are alike; write them apart."))


def _is_choice(said: str, description: Description) -> bool:
    key, _is, choice = said.partition("=")
    asked = description.by_key.get(key)
    return isinstance(asked, Choice) and choice in dict(asked.choices)


def _no_sum(field: Total, description: Description, path: Path) -> Iterator[Fault]:
    for key in field.of:
        if not can_be_added(summand(key, description.by_key)):
            yield Fault((*path, "of"), _("“%(key)s” is no number of this paper.") % {"key": key})


def _no_whole(field: Number, description: Description, path: Path) -> Iterator[Fault]:
    if not isinstance(description.by_key.get(field.within), Number):
        yield Fault((*path, "within"), _("“%(key)s” is no number of this paper.") % {"key": field.within})


def _wrong_columns(field: Rows, path: Path, exists: Any) -> Iterator[Fault]:
    if field.shares and len(field.shares) != len(field.columns):
        yield Fault((*path, "shares"), _("one share for each column, please."))
    for column in field.columns:
        if not column.is_simple:
            yield Fault((*path, "columns", column.key, "type"), _("a field of this type cannot be a column."))
    yield from senseless(Description(field.columns), (*path, "columns"), exists)
