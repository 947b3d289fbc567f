from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("attachments", "0001_from_records"), ("records", "0004_without_attachments")]

    operations = [
        migrations.RemoveConstraint(model_name="attachment", name="records_attachment_once"),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.UniqueConstraint(
                fields=("school", "owner_kind", "owner_id", "sha256"), name="attachments_attachment_once"
            ),
        ),
    ]
