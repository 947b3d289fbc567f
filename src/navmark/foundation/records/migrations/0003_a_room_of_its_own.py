from django.db import migrations


class Migration(migrations.Migration):
    """The table of attachments goes to the room `attachments`, with the rows in it."""

    dependencies = [("records", "0002_what_a_file_is")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.AlterModelTable("Attachment", "attachments_attachment")]
        ),
    ]
