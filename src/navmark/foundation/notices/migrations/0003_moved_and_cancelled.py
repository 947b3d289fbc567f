from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("notices", "0002_about_accounts")]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("coming", "is due soon"), ("late", "was due and is not done"), ("account", "about an account"),
                    ("moved", "has been moved"), ("cancelled", "has been cancelled"),
                ],
                max_length=10,
            ),
        ),
    ]
