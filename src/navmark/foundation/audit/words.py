"""Changes of the trail in words: 日期：11月23日(周一) → 10月29日(周四). Names are looked up when a page shows them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.translation import gettext as _

from navmark.foundation.audit.changes import SEALED
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.ui.dates import cn_date, cn_datetime

Names = dict[tuple[str, str], str]  # (model, id) -> name


@dataclass(frozen=True)
class Told:
    """One change: `what` names the field, with whom or what it is about; `old` and `new` are empty where both are sealed."""

    what: str
    old: str
    new: str


@dataclass(frozen=True)
class Former:
    """A field that is there no more and still stands in the trail: its words, and whose rows its values name."""

    name: Any
    of: str = ""


_former: dict[str, Former] = {}


def remember(fields: Mapping[str, Former]) -> None:
    """Fields by their full labels that a version before had."""
    _former.update(fields)


def changes_of(entries: Iterable[AuditEntry]) -> dict[UUID, list[Told]]:
    """What each of these deeds changed. One query for each kind of row that is named, however many deeds."""
    changed = {entry.pk: entry.facts.get("changes", []) for entry in entries}
    names = _names(one for some in changed.values() for one in some)
    return {pk: [told for one in some if (told := _told(one, names)) is not None] for pk, some in changed.items()}


def _field(label: str) -> models.Field | None:
    """None where the room or the field is no longer there."""
    model, _dot, name = label.rpartition(".")
    try:
        return cast("models.Field", apps.get_model(model)._meta.get_field(name))
    except (LookupError, ValueError, FieldDoesNotExist):
        return None


def _names(changes: Iterable[list[Any]]) -> Names:
    wanted: dict[str, set[str]] = defaultdict(set)
    for label, old, new, about in changes:
        field = _field(label)
        if about:
            model, _colon, pk = about.partition(":")
            wanted[model].add(pk)
        related = _named_by(label, field)
        if related:
            wanted[related] |= {str(value) for value in (old, new) if value}
    found: Names = {}
    for model, ids in wanted.items():
        if not _is_there(model):
            continue
        asked = apps.get_model(model)
        called_by = getattr(asked, "called_by", None)  # a row of another model, whose name is this one's
        rows = asked._default_manager.filter(pk__in=ids).select_related(called_by)
        found |= {(model, str(row.pk)): _called(row) for row in rows}
    return found


def _called(row: models.Model) -> str:
    """By its own name; what has none is called what it is, never by its key."""
    return str(row._meta.verbose_name if type(row).__str__ is models.Model.__str__ else row)


def _named_by(label: str, field: models.Field | None) -> str:
    """The model whose rows the values name; empty where they name none."""
    if field is None:
        return _former[label].of if label in _former else ""
    related = cast("type[models.Model] | None", field.related_model)
    return related._meta.label_lower if related is not None else ""


def _is_there(model: str) -> bool:
    try:
        return bool(apps.get_model(model))
    except (LookupError, ValueError):
        return False


def _told(change: list[Any], names: Names) -> Told | None:
    label, old, new, about = change
    field = _field(label)
    former = _former.get(label)
    if field is None and former is not None:
        return Told(str(former.name), *(_as_before(value, former, names) for value in (old, new)))
    if field is None:
        return None
    model, _colon, pk = about.partition(":")
    what = " ".join(filter(None, (names.get((model, pk), ""), str(field.verbose_name))))
    if SEALED in (old, new):
        return Told(what, "", "")
    return Told(what, _in_words(field, old, names), _in_words(field, new, names))


def _as_before(value: Any, former: Former, names: Names) -> str:
    if value is None or value == "":
        return _("none")
    return names.get((former.of, str(value)), _("deleted since")) if former.of else str(value)


def _in_words(field: models.Field, value: Any, names: Names) -> str:
    if value is None or value == "":
        return str(dict(field.flatchoices).get("", "")) or _("none")
    if field.related_model is not None:
        return names.get((cast("type[models.Model]", field.related_model)._meta.label_lower, str(value)), _("deleted since"))
    own = getattr(field.model, "in_words", None)
    if own and (words := own(field.name, value)):
        return words
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return _as_read(field, value)


def _as_read(field: models.Field, value: Any) -> str:
    try:
        value = field.to_python(value)
    except ValidationError:
        return str(value)
    if isinstance(value, datetime):
        return cn_datetime(value)
    if isinstance(value, date):
        return cn_date(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value)
