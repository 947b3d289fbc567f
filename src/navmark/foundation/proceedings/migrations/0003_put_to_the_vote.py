from django.db import migrations, models
from django.db.models import Q


def say_what_was_voted_on(apps, schema_editor):
    """What stands on record: items with a vote or seats, and what the committee submitted."""
    items = apps.get_model("proceedings", "AgendaItem").objects
    asked = Q(votes__isnull=False) | Q(seats__isnull=False) | Q(origin="decision")
    items.filter(pk__in=list(items.filter(asked).values_list("pk", flat=True).distinct())).update(to_vote=True)


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0002_elections")]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="to_vote",
            field=models.BooleanField(default=False, verbose_name="to be put to the vote"),
        ),
        migrations.RunPython(say_what_was_voted_on, migrations.RunPython.noop),
    ]
