import django.db.models.deletion
import uuid_utils.compat
from django.db import migrations, models

import navmark.foundation.tenancy.fields

ID = models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)
SCHOOL = models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tenancy.school")
STATES = [("open", "being written"), ("submitted", "submitted"), ("locked", "locked")]


def of_record(on_delete, name):
    return navmark.foundation.tenancy.fields.SchoolFK(on_delete=on_delete, related_name=name, to="records.record")


class Migration(migrations.Migration):
    """The tables are there already: `proceedings` made them, and has given them their new names."""

    dependencies = [
        ("records", "0004_without_attachments"),
        ("proceedings", "0006_records_gone"),
        ("tenancy", "0001_start"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    "Record",
                    [
                        ("id", ID.clone()),
                        ("owner_kind", models.CharField(max_length=60)),
                        ("owner_id", models.UUIDField()),
                        ("state", models.CharField(choices=STATES, default="open", max_length=10)),
                        (
                            "separate_number",
                            models.CharField(blank=True, max_length=40, verbose_name="number of the separate record"),
                        ),
                        ("submitted_by", models.UUIDField(blank=True, null=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("locked_by", models.UUIDField(blank=True, null=True)),
                        ("locked_at", models.DateTimeField(blank=True, null=True)),
                        ("snapshot", models.JSONField(blank=True, null=True)),
                        ("school", SCHOOL.clone()),
                    ],
                ),
                migrations.CreateModel(
                    "Amendment",
                    [
                        ("id", ID.clone()),
                        ("text", models.TextField(verbose_name="amendment")),
                        ("by", models.UUIDField()),
                        ("by_name", models.CharField(max_length=60)),
                        ("at", models.DateTimeField()),
                        ("record", of_record(django.db.models.deletion.PROTECT, "amendments")),
                        ("school", SCHOOL.clone()),
                    ],
                    {"ordering": ("at", "id")},
                ),
                migrations.CreateModel(
                    "Waiver",
                    [
                        ("id", ID.clone()),
                        ("finding", models.CharField(max_length=80)),
                        ("reason", models.CharField(max_length=200, verbose_name="reason")),
                        ("by", models.UUIDField()),
                        ("at", models.DateTimeField()),
                        ("record", of_record(django.db.models.deletion.CASCADE, "waivers")),
                        ("school", SCHOOL.clone()),
                    ],
                ),
            ]
        ),
        migrations.AddConstraint(
            "record",
            models.UniqueConstraint(fields=("school", "owner_kind", "owner_id"), name="records_record_once"),
        ),
        migrations.AddConstraint(
            "record",
            models.CheckConstraint(
                condition=models.Q(submitted_by__isnull=True, submitted_at__isnull=True)
                | models.Q(submitted_by__isnull=False, submitted_at__isnull=False),
                name="records_record_submitted_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            "record",
            models.CheckConstraint(
                condition=models.Q(state="locked", locked_by__isnull=False, locked_at__isnull=False, snapshot__isnull=False)
                | (
                    ~models.Q(state="locked")
                    & models.Q(locked_by__isnull=True, locked_at__isnull=True, snapshot__isnull=True)
                ),
                name="records_record_locked_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            "record",
            models.CheckConstraint(
                condition=models.Q(locked_by__isnull=True) | ~models.Q(locked_by=models.F("submitted_by")),
                name="records_record_two_people",
            ),
        ),
        migrations.AddConstraint(
            "waiver", models.UniqueConstraint(fields=("school", "record", "finding"), name="records_waiver_once")
        ),
    ]
