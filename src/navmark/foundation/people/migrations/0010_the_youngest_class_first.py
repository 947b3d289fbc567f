from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0009_told_apart"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="unit",
            options={"ordering": ("kind", "-entry_year", "number", "name", "id")},
        ),
    ]
