"""Rule 6 and 9 of the house: a school's table can be distributed by school, and no field is forgotten when privacy is asked."""

import pytest
from django.db import models

from navmark.foundation.privacy.checks import faults_of
from navmark.foundation.privacy.classes import our_models
from navmark.foundation.tenancy.fields import SchoolFK
from navmark.foundation.tenancy.models import SchoolOwned

OURS = our_models()
OWNED = [model for model in OURS if issubclass(model, SchoolOwned)]

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
    faults = [f"{fault.msg} {fault.hint or ''}" for fault in faults_of(model)]
    assert not faults, "\n".join(faults)
