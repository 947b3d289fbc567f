from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('activities', '0008_what_a_kind_serves'),
    ]

    operations = [
        migrations.AddField(
            model_name='activitykind',
            name='joins',
            field=models.JSONField(default=list),
        ),
    ]
