from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0005_records_go")]

    operations = [
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
