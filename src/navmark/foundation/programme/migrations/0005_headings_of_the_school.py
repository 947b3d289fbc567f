from django.db import migrations

OWN = "branch_life"  # the column of a mechanism whose heading a programme did not have


def tell_each_school(apps, schema_editor):
    """As its term plan has them in force."""
    columns = apps.get_model("termplan", "PlanColumn").objects
    for school in apps.get_model("tenancy", "School").objects.all():
        rows = columns.filter(school=school, active_to__isnull=True).exclude(code=OWN).order_by("position", "code")
        school.headings = [list(row) for row in rows.values_list("code", "title", "title_en")]
        school.save(update_fields=["headings"])


class Migration(migrations.Migration):
    dependencies = [("programme", "0004_follows"), ("tenancy", "0002_headings"), ("termplan", "0003_headings_in_english")]
    operations = [migrations.RunPython(tell_each_school, migrations.RunPython.noop)]
