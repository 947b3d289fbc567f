"""A make-up day carries the holiday it belongs to, so that a later notice can change that holiday alone: as the pasted text says."""

from django.db import migrations

from navmark.foundation.almanac.notice_text import read_notice


def read_again(apps, schema_editor):
    for row in apps.get_model("almanac", "HolidayNotice").objects.all():
        row.days = read_notice(row.source, known={}).to_json()
        row.save(update_fields=["days"])


class Migration(migrations.Migration):
    dependencies = [("almanac", "0001_start")]
    operations = [migrations.RunPython(read_again, migrations.RunPython.noop)]
