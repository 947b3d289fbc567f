from django.db import migrations, models


def check_keys(apps, schema_editor):
    schema_editor.connection.check_constraints()  # PostgreSQL alters no table with checks of a transaction pending


class Migration(migrations.Migration):
    """The tables of records go to the room `records`, with the rows in them; each row names its owner by kind and id."""

    dependencies = [("proceedings", "0004_completed")]

    operations = [
        migrations.RunPython(check_keys, migrations.RunPython.noop),
        migrations.RemoveConstraint("minutes", "proceedings_minutes_once"),
        migrations.RemoveConstraint("minutes", "proceedings_minutes_submitted_who_and_when"),
        migrations.RemoveConstraint("minutes", "proceedings_minutes_locked_who_and_when"),
        migrations.RemoveConstraint("minutes", "proceedings_minutes_two_people"),
        migrations.RemoveConstraint("waiver", "proceedings_waiver_once"),
        migrations.AlterField("minutes", "activity", models.UUIDField()),
        migrations.RenameField("minutes", "activity", "owner_id"),
        migrations.AddField(
            "minutes", "owner_kind", models.CharField(max_length=60, default="activities.activity"), preserve_default=False
        ),
    ]
