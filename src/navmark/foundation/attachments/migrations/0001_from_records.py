import django.db.models.deletion
import uuid_utils.compat
from django.db import migrations, models

KINDS = [
    ("signed_sheet", "signed original of the sign-in sheet"),
    ("script", "text of the lecture"),
    ("material", "papers of the meeting"),
    ("photograph", "photograph"),
    ("other", "other"),
]
UNIQUE = ("school", "owner_kind", "owner_id", "sha256")


class Migration(migrations.Migration):
    """The table is there already: `records` made it, and has given it its new name."""

    initial = True
    dependencies = [("tenancy", "0001_start"), ("records", "0003_a_room_of_its_own")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Attachment",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("owner_kind", models.CharField(max_length=60)),
                        ("owner_id", models.UUIDField()),
                        ("kind", models.CharField(choices=KINDS, default="other", max_length=20, verbose_name="what it is")),
                        ("name", models.CharField(max_length=100, verbose_name="file name")),
                        ("media_type", models.CharField(max_length=100)),
                        ("size", models.PositiveIntegerField(verbose_name="size")),
                        ("sha256", models.CharField(max_length=64)),
                        ("path", models.CharField(max_length=200)),
                        ("uploaded_by", models.UUIDField()),
                        ("uploaded_at", models.DateTimeField(verbose_name="uploaded at")),
                        (
                            "school",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tenancy.school"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "attachment",
                        "ordering": ("uploaded_at", "id"),
                        "constraints": [models.UniqueConstraint(fields=UNIQUE, name="records_attachment_once")],
                    },
                ),
            ]
        ),
    ]
