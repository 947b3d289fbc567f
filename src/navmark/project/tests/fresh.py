"""A demo that has just been built, and what is asked of it whatever the day."""

from datetime import datetime

from django.apps import apps
from django.db.models import DateTimeField, Max
from django.utils import timezone

from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.cadence.queries import with_states
from navmark.project import doctor, preparing

AHEAD = {
    ("activity", "starts_at"),
    ("activity", "ends_at"),
    ("duty", "step_at"),
    ("invitation", "expires_at"),
}  # said of the future, not written there


def freshly_built(day, folder, settings, monkeypatch):
    """Nine in the morning of the day, which it stays; the demo has just been built, in a folder of its own."""
    settings.DATA = folder
    (folder / "keys").mkdir()
    at = datetime.fromisoformat(day).replace(hour=9, tzinfo=timezone.get_current_timezone())
    monkeypatch.setattr(timezone, "now", lambda: at)
    preparing.demo_accounts(build=True)
    return at


def latest_moments():
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, DateTimeField) and (model._meta.model_name, field.name) not in AHEAD:
                yield f"{model.__name__}.{field.name}", model._base_manager.aggregate(last=Max(field.name))["last"]


def it_is_sound(moment):
    written = {name: last for name, last in latest_moments() if last is not None}
    owed = with_states(Duty.objects.select_related("cadence"), moment.date())
    late = [one for one in owed if one.state == DutyState.LATE]

    assert written["AuditEntry.at"] == moment
    assert {name: last for name, last in written.items() if last > moment} == {}
    assert [one for one in doctor.examine() if not one.is_good] == []
    assert len(late) <= 1 and not [one for one in late if one.duty.cadence]
