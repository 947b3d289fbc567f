from django.db import migrations, models

ACTIVITY = "activities.activity"


def name_owners(apps, editor):
    apps.get_model("proceedings", "Minutes").objects.update(owner_kind=ACTIVITY, owner_id=models.F("activity"))


class Migration(migrations.Migration):
    """The tables of records go to the room `records`, with the rows in them; each row names its owner by kind and id."""

    dependencies = [("proceedings", "0004_completed")]

    operations = [
        migrations.RemoveConstraint("minutes", "proceedings_minutes_once"),
        migrations.RemoveConstraint("minutes", "proceedings_minutes_submitted_who_and_when"),
        migrations.RemoveConstraint("minutes", "proceedings_minutes_locked_who_and_when"),
        migrations.RemoveConstraint("minutes", "proceedings_minutes_two_people"),
        migrations.RemoveConstraint("waiver", "proceedings_waiver_once"),
        migrations.AddField("minutes", "owner_kind", models.CharField(max_length=60, null=True)),
        migrations.AddField("minutes", "owner_id", models.UUIDField(null=True)),
        migrations.RunPython(name_owners, migrations.RunPython.noop),
    ]
