"""With which thing a task of a meeting was done."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("proceedings", "0008_handed_on"),)

    operations = (
        migrations.AddField(model_name="followup", name="handed_in", field=models.UUIDField(blank=True, null=True)),
    )
