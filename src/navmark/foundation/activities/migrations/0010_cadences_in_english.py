from django.db import migrations


def tell_cadences(apps, schema_editor):
    """A cadence of the programme bears the name of its kind."""
    cadences = apps.get_model("cadence", "Cadence").objects.exclude(named="")
    for kind in apps.get_model("activities", "ActivityKind").objects.exclude(title_en=""):
        cadences.filter(school=kind.school, activity_kind=kind.code).update(named_en=kind.title_en)


class Migration(migrations.Migration):
    dependencies = [("activities", "0009_what_a_kind_joins"), ("cadence", "0011_named_in_english")]
    operations = [migrations.RunPython(tell_cadences, migrations.RunPython.noop)]
