"""What is complete is known to the activity too; and what was fulfilled by no complete record of that day is due again."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery


def complete(apps, editor):
    Activity, Minutes = apps.get_model("activities", "Activity"), apps.get_model("proceedings", "Minutes")
    when = Minutes.objects.filter(activity=OuterRef("pk"), submitted_at__isnull=False).values("submitted_at")[:1]
    Activity.objects.update(completed_at=Subquery(when))


def mend(apps, editor):
    """Earlier versions left behind what a dropped part, a moved meeting or a reopened record had fulfilled."""
    Part, Fulfilment = apps.get_model("activities", "Part"), apps.get_model("cadence", "Fulfilment")
    true = Part.objects.filter(pk=OuterRef("source_id"), activity__completed_at__isnull=False)
    rows = Fulfilment.objects.filter(source_kind="activity_part").annotate(day=Subquery(true.values("activity__day")[:1]))
    wrong = rows.filter(day__isnull=True) | rows.exclude(day=F("done_on"))
    Fulfilment.objects.filter(pk__in=list(wrong.values_list("pk", flat=True))).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("activities", "0005_completed"),
        ("cadence", "0002_every_unit"),
        ("proceedings", "0003_put_to_the_vote"),
    ]

    operations = [
        migrations.RunPython(complete, migrations.RunPython.noop),
        migrations.RunPython(mend, migrations.RunPython.noop),
    ]
