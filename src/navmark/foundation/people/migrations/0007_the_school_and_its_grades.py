"""A school that was founded before its units reached beyond the branch has the school itself and the six grades from now on.

Offices of the school keep no unit: that is the school as a whole.
"""

from django.db import migrations

GRADES = "一二三四五六"


def add_units(apps, schema_editor):
    School, Unit = apps.get_model("tenancy", "School"), apps.get_model("people", "Unit")
    for school in School.objects.all():
        Unit.objects.get_or_create(school=school, kind="school", defaults={"name": school.name})
        for number, word in enumerate(GRADES, start=1):
            Unit.objects.get_or_create(school=school, kind="grade", number=number, defaults={"name": f"{word}年级"})
    schema_editor.connection.check_constraints()  # PostgreSQL alters no table with checks of a transaction pending


class Migration(migrations.Migration):
    dependencies = [("people", "0006_names_by_strokes")]
    operations = [migrations.RunPython(add_units, migrations.RunPython.noop)]
