from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('attachments', '0003_removed_for_a_day'),
    ]

    operations = [
        migrations.AddField(
            model_name='attachment',
            name='place',
            field=models.CharField(blank=True, max_length=40),
        ),
    ]
