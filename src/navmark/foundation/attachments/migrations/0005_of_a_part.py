from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('attachments', '0004_where_it_hangs'),
    ]

    operations = [
        migrations.AlterField(
            model_name='attachment',
            name='place',
            field=models.CharField(blank=True, max_length=90),
        ),
    ]
