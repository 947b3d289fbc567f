from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cadence", "0010_of_a_committee")]
    operations = [migrations.AddField("cadence", "named_en", models.CharField(blank=True, max_length=60))]
