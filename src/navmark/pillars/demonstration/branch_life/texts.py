"""The text that a clerk copies into the members' group: polite, complete, naming nobody who is behind."""

from django.utils.timezone import localtime
from django.utils.translation import override

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.ui.dates import cn_datetime


def group_text(activity: Activity) -> str:
    """Chinese, because the group is; one line a fact, empty facts left out."""
    with override("zh-hans"):
        parts = [_part_line(part) for part in activity.parts.all()]
        lines = [
            f"【{activity.title}】",
            f"时间：{cn_datetime(localtime(activity.starts_at))}",
            f"地点：{activity.place}" if activity.place else "",
            f"内容：{'；'.join(parts)}",
            f"主持：{activity.host.name}" if activity.host else "",
            "如不能到会，请提前向记录人说明原因。谢谢大家。",
        ]
    return "\n".join(line for line in lines if line)


def _part_line(part: Part) -> str:
    title = str(activity_kinds.kind(part.kind).title)
    return f"{title}：{part.topic}" if part.topic else title
