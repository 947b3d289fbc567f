from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cadence", "0007_addressed"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="duty",
            name="cadence_duty_addressed",
        ),
        *(
            migrations.AddIndex(
                model_name="duty",
                index=models.Index(fields=["school", leading, "settled", "settled_on", "id"], name=name),
            )
            for leading, name in (
                ("circles", "cadence_duty_circles"),
                ("overseers", "cadence_duty_overseers"),
                ("place_id", "cadence_duty_place"),
            )
        ),
    ]
