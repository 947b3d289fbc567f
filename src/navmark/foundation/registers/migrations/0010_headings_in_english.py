from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registers', '0009_names_alone'),
    ]

    operations = [
        migrations.AddField(
            model_name='register',
            name='pillar_en',
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
