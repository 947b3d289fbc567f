from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rotas', '0004_hand_over'),
    ]

    operations = [
        migrations.AddField(
            model_name='rota',
            name='as_of',
            field=models.DateField(blank=True, null=True),
        ),
    ]
