from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registers', '0012_pictures_for_all'),
    ]

    operations = [
        migrations.AddField(
            model_name='register',
            name='is_owed',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='register',
            name='owed_state',
            field=models.CharField(blank=True, max_length=40),
        ),
    ]
