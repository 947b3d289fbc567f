"""What an activity serves, in the words of its plan."""

from collections.abc import Iterable

from navmark.foundation.activities.models import Activity, ActivityTag
from navmark.foundation.audit.changes import Change
from navmark.foundation.audit.changes import change as change_of


def replace_tags(activity: Activity, labels: Iterable[str]) -> list[Change]:
    before = [tag.label for tag in activity.tags.all()]
    activity.tags.all().delete()
    write_tags(activity, labels)
    after = [tag.label for tag in activity.tags.all()]
    field = ActivityTag._meta.get_field("label")
    return [change_of(field, "、".join(before), "、".join(after))] if before != after else []


def write_tags(activity: Activity, labels: Iterable[str]) -> None:
    unique = dict.fromkeys(label.strip() for label in labels if label.strip())
    ActivityTag.objects.bulk_create(ActivityTag(activity=activity, label=label) for label in unique)
