from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('termplan', '0002_what_a_column_keeps'),
    ]

    operations = [
        migrations.AddField(
            model_name='plancolumn',
            name='title_en',
            field=models.CharField(blank=True, max_length=60),
        ),
    ]
