from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('registers', '0011_whose_it_is'),
    ]

    operations = [
        migrations.AddField(
            model_name='publicpage',
            name='pictures',
            field=models.JSONField(default=list),
        ),
    ]
