from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0001_start")]
    operations = [migrations.AddField(model_name="school", name="headings", field=models.JSONField(default=list))]
