"""The base of every row that a school owns."""

from collections.abc import Collection, Iterable
from typing import Any, Self

from django.db import models
from uuid_utils.compat import uuid7

from navmark.foundation.tenancy.models.school import School
from navmark.foundation.tenancy.pointers import check_rows, check_values, ids_in
from navmark.foundation.tenancy.scope import ForeignSchool, active_school_id, active_school_ids


class SchoolQuerySet(models.QuerySet):
    """Refuses to write rows of a school that is not active, and pointers to one."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        return super().bulk_create(self._claimed(objs), *args, **kwargs)

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], batch_size: int | None = None) -> int:
        _refuse_school(names := list(fields))
        # Its updates are expressions, which `update` below refuses to point with; the rows themselves are checked here.
        plain: models.QuerySet = models.QuerySet(self.model, self.query.chain(), self._db)
        return plain.bulk_update(self._claimed(objs), names, batch_size)

    bulk_update.alters_data = True  # type: ignore[attr-defined]

    def update(self, **values: Any) -> int:
        _refuse_school(values)
        check_values(self.model, values)
        return super().update(**values)

    update.alters_data = True  # type: ignore[attr-defined]

    def _claimed(self, objs: Iterable[Any]) -> list[Any]:
        rows = list(objs)
        for row in rows:
            row.claim_school()
        check_rows(self.model, rows)
        return rows


def _refuse_school(names: Collection[str]) -> None:
    if "school" in names or "school_id" in names:
        raise ForeignSchool("A row never changes its school.")


class SchoolManager(models.Manager.from_queryset(SchoolQuerySet)):  # type: ignore[misc]
    """Sees the rows of the active schools; raises NoActiveSchool when there is none."""

    def get_queryset(self) -> models.QuerySet:
        ids = active_school_ids()
        rows = super().get_queryset()
        return rows.filter(school_id=ids[0]) if len(ids) == 1 else rows.filter(school_id__in=ids)

    def none(self) -> models.QuerySet:
        return super().get_queryset().none()


class SchoolOwned(models.Model):
    """A row that belongs to one school for ever. Identifiers are UUIDv7, made here, so that rows can be distributed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    school = models.ForeignKey(School, models.CASCADE, related_name="+")

    objects = SchoolManager()
    came_with: tuple[Any, ...] = ()  # the ids it pointed to when it was loaded or saved: those were checked when written

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.claim_school()
        check_rows(type(self), [self])
        super().save(*args, **kwargs)
        self.came_with = ids_in(self)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        if self.school_id not in active_school_ids():
            raise ForeignSchool(f"{type(self).__name__} belongs to a school that is not active.")
        return super().delete(*args, **kwargs)

    @classmethod
    def from_db(cls, db: Any, field_names: Any, values: Any) -> Self:
        row = super().from_db(db, field_names, values)
        row.came_with = ids_in(row)
        return row

    def claim_school(self) -> None:
        """Take the active school if none is set; raise ForeignSchool for a row of a school that is not active."""
        if self.school_id is None:
            self.school_id = active_school_id()
        if self.school_id not in active_school_ids():
            raise ForeignSchool(f"{type(self).__name__} belongs to a school that is not active.")

    def _do_update(self, base_qs: Any, using: Any, pk_val: Any, values: Any, *rest: Any) -> Any:
        # A distributed table refuses to SET its distribution column, and the WHERE must name it.
        kept = [value for value in values if value[0].name != "school"]
        return super()._do_update(base_qs.filter(school_id=self.school_id), using, pk_val, kept, *rest)  # type: ignore[misc]

    @classmethod
    def fresh(cls, pk: Any) -> Self:
        """The row as the database has it now, within the active school."""
        return cls.objects.get(pk=pk)
