from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registers', '0004_facts_that_it_gives'),
    ]

    operations = [
        migrations.AddField(
            model_name='register',
            name='pillar',
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
