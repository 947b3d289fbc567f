"""Undo: what is deleted from an open record is put aside first, and comes back as it was, with the same ids."""

from collections.abc import Sequence
from datetime import datetime

from django.apps import apps
from django.core import serializers
from django.db import IntegrityError, connection, models, transaction
from django.db.models.deletion import Collector

from navmark.foundation.activities.completing import open_for_change
from navmark.foundation.activities.models import Activity, Removed
from navmark.foundation.activities.refusals import NothingToReturnTo
from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person

Loosened = tuple[models.QuerySet, str]  # rows that stay, and their field that points to what goes


@transaction.atomic
def remove(
    activity: Activity, rows: Sequence[models.Model], *, what: str, by: Person, at: datetime, loosens: Loosened | None = None
) -> Removed:
    """Delete these rows with all that belongs to them; `what` they are in words. The caller has opened the record."""
    links = _loosened(*loosens) if loosens else []
    kept: list[models.Model] = []
    for row in rows:
        kept += _belonging(row)
        type(row).objects.filter(pk=row.pk).delete()  # the row in hand keeps its id
    text = serializers.serialize("json", kept)
    return Removed.objects.create(activity=activity, what=what[:200], rows=text, links=links, by=by.pk, at=at)


def _loosened(rows: models.QuerySet, field: str) -> list[list[str]]:
    links = [[row._meta.label_lower, str(row.pk), field, str(getattr(row, f"{field}_id"))] for row in rows]
    rows.update(**{field: None})
    return links


def _belonging(row: models.Model) -> list[models.Model]:
    """The row and what goes with it, whatever their tables; read whole, since a collector reads no more than it needs."""
    collector = Collector(using=connection.alias, origin=row)
    collector.collect([row])
    found = [one for rows in (*collector.data.values(), *collector.fast_deletes) for one in rows]
    return [type(one)._base_manager.get(pk=one.pk) for one in found]


@transaction.atomic
def bring_back(removed: Removed, *, by: Person, at: datetime) -> None:
    """Put the rows where they stood. A second call does nothing. Raises NothingToReturnTo, Completed, Closed."""
    activity = open_for_change(removed.activity)
    removed = Removed.objects.select_for_update().get(pk=removed.pk)
    if removed.is_back:
        return
    try:
        with transaction.atomic():
            _restore(removed)
    except IntegrityError:
        raise NothingToReturnTo from None
    removed.is_back = True
    removed.save(update_fields=["is_back"])
    record("activities.brought_back", by=by, at=at, subject=activity, what=removed.what)


def _restore(removed: Removed) -> None:
    tables = set()
    for one in serializers.deserialize("json", removed.rows):
        one.save()
        tables.add(one.object._meta.db_table)
    connection.check_constraints(table_names=sorted(tables))  # now, while it can be told; not at the end of the transaction
    for label, pk, field, target in removed.links:
        rows = apps.get_model(label).objects.filter(pk=pk, **{f"{field}__isnull": True})
        for row in rows:
            setattr(row, f"{field}_id", target)
            row.save(update_fields=[field])


def removed_from(activity: Activity) -> list[Removed]:
    """What can be brought back, the last first."""
    return list(activity.removed.filter(is_back=False).defer("rows", "links"))
