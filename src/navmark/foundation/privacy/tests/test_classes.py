"""Field classes: each field has one, and the check that says so prints the line to paste."""

import pytest
from django.core.checks import run_checks
from django.db import models

from navmark.foundation.people.models import Person
from navmark.foundation.privacy.checks import faults_of
from navmark.foundation.privacy.classes import FieldClass, class_of, fields_of, our_models
from navmark.foundation.sealing.fields import EncryptedTextField
from navmark.foundation.tenancy.models import District


def a_model(**body):
    """A table that is taken out of the registry again."""
    meta = type("Meta", (), {"app_label": "privacy"})
    made = type(
        "Passing", (models.Model,), {"__module__": __name__, "Meta": meta, "nick": models.CharField(max_length=9), **body}
    )
    made._meta.apps.all_models["privacy"].pop("passing")
    made._meta.apps.clear_cache()
    return made


def test_a_field_is_asked_for_its_class():
    assert class_of(Person, "address") is FieldClass.SENSITIVE
    assert class_of(Person, "name") is FieldClass.PERSONAL
    assert class_of(District, "name") is FieldClass.PUBLIC


def test_a_field_without_a_class_has_no_class_by_default():
    with pytest.raises(LookupError, match=r"Person\.shoe_size"):
        class_of(Person, "shoe_size")


def test_a_forgotten_field_fails_and_the_line_to_paste_is_printed():
    model = a_model(Privacy=type("Privacy", (), {"internal": ("id",)}))

    (fault,) = faults_of(model)

    assert fault.id == "privacy.E001" and fault.msg.startswith("nick:")
    assert "sensitive = ('nick',)" in fault.hint


def test_the_line_to_paste_keeps_what_the_class_holds():
    model = a_model(Privacy=type("Privacy", (), {"sensitive": ("id",)}))

    assert "sensitive = ('id', 'nick')" in next(faults_of(model)).hint


def test_a_table_does_not_inherit_its_classes():
    model = a_model()
    above = type("Above", (), {"Privacy": type("Privacy", (), {"public": ("id", "nick")})})
    model.__bases__ = (above, *model.__bases__)

    assert model.Privacy and [fault.id for fault in faults_of(model)] == ["privacy.E001"]


@pytest.mark.parametrize("privacy", [{"public": ("id", "nick"), "personal": ("nick",)}, {"public": ("id", "nick", "gone")}])
def test_a_name_twice_and_a_name_of_nothing_fail(privacy):
    assert [fault.id for fault in faults_of(a_model(Privacy=type("Privacy", (), privacy)))] == ["privacy.E002"]


def test_the_check_runs_with_the_others(monkeypatch):
    assert not [fault for fault in run_checks() if str(fault.id).startswith("privacy.")]

    monkeypatch.setattr(Person.Privacy, "sensitive", ())

    assert [fault.obj for fault in run_checks() if fault.id == "privacy.E001"] == [Person]


def test_what_is_sealed_is_never_public_or_internal():
    sealed = [(model, field.name) for model in our_models() for field in model._meta.concrete_fields
              if isinstance(field, EncryptedTextField)]  # fmt: skip
    assert sealed
    open_ones = [f"{model.__name__}.{name}" for model, name in sealed
                 if class_of(model, name) in (FieldClass.PUBLIC, FieldClass.INTERNAL)]  # fmt: skip
    assert not open_ones, open_ones
    assert "id_number" in fields_of(Person, FieldClass.SENSITIVE)
