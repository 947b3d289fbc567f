from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records", "0003_a_room_of_its_own"), ("attachments", "0001_from_records")]

    operations = [migrations.SeparateDatabaseAndState(state_operations=[migrations.DeleteModel("Attachment")])]
