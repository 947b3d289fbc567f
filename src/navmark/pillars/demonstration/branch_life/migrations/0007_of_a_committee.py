from django.db import migrations


def owed_by_those_who_have_one(apps, _schema_editor):
    """The monthly meeting of a committee was asked of every branch, one without a committee too."""
    cadences = apps.get_model("cadence", "Cadence").objects.filter(code="committee", subject="unit:branch")
    cadences.update(subject="unit:committee")


class Migration(migrations.Migration):
    dependencies = [("branch_life", "0006_without_notes"), ("cadence", "0010_of_a_committee")]

    operations = [migrations.RunPython(owed_by_those_who_have_one, migrations.RunPython.noop)]
