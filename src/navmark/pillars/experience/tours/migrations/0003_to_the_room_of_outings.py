from django.db import migrations

NAMED = {"tour_id": "entry_id"}


def move(apps, schema_editor):
    """Groups, who is in them and how they were counted stand in the room `outings` now, each row under its own id."""
    for old, new in (("TourGroup", "OutingGroup"), ("Traveller", "Traveller"), ("HeadCount", "HeadCount")):
        model = apps.get_model("outings", new)
        rows = apps.get_model("tours", old)._base_manager.order_by("id").values()
        model._base_manager.bulk_create(model(**{NAMED.get(key, key): value for key, value in row.items()}) for row in rows)


class Migration(migrations.Migration):

    dependencies = [
        ('outings', '0001_start'),
        ('tours', '0002_by_its_slips'),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(
            name='HeadCount',
        ),
        migrations.DeleteModel(
            name='Traveller',
        ),
        migrations.DeleteModel(
            name='TourGroup',
        ),
    ]
