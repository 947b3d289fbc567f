"""Rule 6 and 9 of the house: a school's table can be distributed by school, and no field is forgotten when privacy is asked."""

import pytest
from django.apps import apps
from django.db import models

from navmark.foundation.tenancy.fields import SchoolFK
from navmark.foundation.tenancy.models import SchoolOwned

OURS = [model for model in apps.get_models() if model.__module__.startswith("navmark.")]
OWNED = [model for model in OURS if issubclass(model, SchoolOwned)]
CLASSES = ("public", "internal", "personal", "sensitive")

every_table = pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
every_owned_table = pytest.mark.parametrize("model", OWNED, ids=lambda model: model._meta.label)


@every_owned_table
def test_its_key_is_a_uuid_made_by_us(model):
    assert isinstance(model._meta.pk, models.UUIDField)
    assert callable(model._meta.pk.default)


@every_owned_table
def test_whatever_is_unique_is_unique_within_the_school(model):
    alone = [field.name for field in model._meta.local_fields if field.unique and not field.primary_key]
    constraints = [one for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    wide = [one.name for one in constraints if "school" not in one.fields and "school" not in str(one.expressions)]
    assert not alone + wide + list(model._meta.unique_together)


@every_owned_table
def test_it_points_to_rows_of_its_school_by_school_fk(model):
    pointers = [field for field in model._meta.local_fields if field.related_model in OWNED]
    assert not [field.name for field in pointers if type(field) is not SchoolFK]


@every_table
def test_it_has_no_implicit_table_and_no_generic_pointer(model):
    assert not [field.name for field in model._meta.local_many_to_many]
    assert not [field.name for field in model._meta.private_fields]
    assert not [field.name for field in model._meta.local_fields if isinstance(field, models.OneToOneField)]
    assert not [parent._meta.label for parent in model._meta.parents]


@every_table
def test_each_field_stands_in_one_privacy_class(model):
    classes = model.__dict__.get("Privacy")
    listed = [name for kind in CLASSES for name in getattr(classes, kind, ())]
    fields = [field.name for field in model._meta.concrete_fields]
    forgotten = [name for name in fields if name not in listed]
    assert not forgotten, f"paste into {model._meta.label}.Privacy: {tuple(forgotten)!r}"
    assert sorted(listed) == sorted(fields), "a field is named twice, or a name is no field"
