from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from the one before, because a table whose rows were just written is not altered in the same transaction."""

    dependencies = [("proceedings", "0005_records_go")]

    operations = [
        migrations.AlterField("minutes", "owner_kind", models.CharField(max_length=60)),
        migrations.AlterField("minutes", "owner_id", models.UUIDField()),
        migrations.RemoveField("minutes", "activity"),
        migrations.RenameField("amendment", "minutes", "record"),
        migrations.RenameField("waiver", "minutes", "record"),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable("minutes", "records_record"),
                migrations.AlterModelTable("amendment", "records_amendment"),
                migrations.AlterModelTable("waiver", "records_waiver"),
            ]
        ),
    ]
