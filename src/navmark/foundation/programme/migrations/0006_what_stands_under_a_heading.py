from django.db import migrations


def tell_each_school(apps, schema_editor):
    """As the columns of its term plan have it."""
    columns = apps.get_model("termplan", "PlanColumn").objects
    for school in apps.get_model("tenancy", "School").objects.all():
        held = {one.code: one for one in columns.filter(school=school)}
        school.headings = [[*told[:3], _held(held.get(told[0]))] for told in school.headings]
        school.save(update_fields=["headings"])


def _held(one):
    if one is None:
        return {}
    return {"activity": one.kinds, "rota": one.rotas, "register": one.registers, "pledge": one.pledges}


class Migration(migrations.Migration):
    dependencies = [("programme", "0005_headings_of_the_school")]
    operations = [migrations.RunPython(tell_each_school, migrations.RunPython.noop)]
