from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("branch_life", "0005_papers")]

    operations = [
        migrations.DeleteModel("LectureNote"),
        migrations.DeleteModel("LifeMeetingNote"),
        migrations.DeleteModel("Segment"),
        migrations.DeleteModel("ThemeDayNote"),
        migrations.RemoveField("reviewnote", "mutual"),
        migrations.RemoveField("reviewnote", "opinion"),
        migrations.RemoveField("reviewnote", "own"),
        migrations.RemoveField("reviewnote", "revision"),
    ]
