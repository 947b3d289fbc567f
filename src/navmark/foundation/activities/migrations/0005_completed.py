from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("activities", "0004_kinds_say_who_reads")]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="completed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
