from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registers', '0013_owed'),
    ]

    operations = [
        migrations.AddField(
            model_name='register',
            name='outcomes',
            field=models.BooleanField(default=False),
        ),
    ]
