from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cadence", "0006_beside"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="duty",
            name="cadence_duty_open",
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(fields=["school", "settled", "settled_on"], name="cadence_duty_settled"),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(fields=["school", "circles", "overseers"], name="cadence_duty_addressed"),
        ),
    ]
