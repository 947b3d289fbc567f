from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0006_records_gone"), ("records", "0005_record")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.DeleteModel("Amendment"),
                migrations.DeleteModel("Waiver"),
                migrations.DeleteModel("Minutes"),
            ]
        ),
    ]
