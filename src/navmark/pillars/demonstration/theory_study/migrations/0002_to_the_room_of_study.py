from django.db import migrations


def move(apps, schema_editor):
    """What was noted stands in the room `study` now, each line under its own id."""
    noted = apps.get_model("study", "NotedStudy")
    rows = apps.get_model("theory_study", "NotedStudy")._base_manager.order_by("id").values()
    noted._base_manager.bulk_create(noted(**row) for row in rows)


class Migration(migrations.Migration):

    dependencies = [
        ('study', '0001_start'),
        ('theory_study', '0001_start'),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(
            name='NotedStudy',
        ),
    ]
