"""The list of pupils by name asks for its purpose, as a file does."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ('privacy', '0001_access_log'),
    ]

    operations = [
        migrations.AlterField(
            model_name='accessentry',
            name='part',
            field=models.CharField(choices=[('file', 'file'), ('sealed', 'sealed fields'), ('list', "pupils' list, by name"), ('roster', "pupils' roster, exported")], max_length=10),
        ),
    ]
