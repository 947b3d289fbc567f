"""Every name's key is made anew: by strokes of each character, no longer of the surname alone."""

from django.db import migrations

from navmark.foundation.people.strokes import sort_key

AT_ONCE = 500


def sort_anew(apps, schema_editor):
    Person = apps.get_model("people", "Person")
    every = Person._base_manager
    changed = [person for person in every.only("id", "name", "sort_key") if person.sort_key != sort_key(person.name)]
    for person in changed:
        person.sort_key = sort_key(person.name)
    every.bulk_update(changed, ("sort_key",), batch_size=AT_ONCE)


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0005_dates_by_month"),
    ]

    operations = [
        migrations.RunPython(sort_anew, migrations.RunPython.noop, elidable=True),
    ]
