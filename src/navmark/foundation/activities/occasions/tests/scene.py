"""A school with kinds from data, and those who keep them."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone
from django.utils.timezone import get_current_timezone

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, ActivityKind
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.planning.titles import title_for
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.making import make_edition
from navmark.foundation.people.models import Person, PostKind, Unit, UnitKind
from navmark.foundation.people.tests.factories import a_class, a_post, a_pupil, a_staff_member, a_unit

AT = datetime(2026, 11, 20, 8, tzinfo=get_current_timezone())
PAPER = {
    "topic": {"type": "line", "label": "主题", "label_en": "Theme", "required": "before"},
    "account": {"type": "paragraph", "label": "过程纪要"},
    "speaker": {"type": "person", "of": "pupils", "label": "主讲"},
}
SPEECH: dict[str, Any] = {
    "title": "国旗下讲话", "title_en": "Speech", "unit_kind": "school", "expected": ["pupils"], "counted": True,
    "planners": ["moral_head"], "keepers": ["moral_head"], "readers": ["staff"],
}  # fmt: skip
LINE: dict[str, Any] = {
    "title": "主题班会", "unit_kind": "class", "expected": ["pupils"], "counted": True, "line": True,
    "planners": ["class_teacher", "moral_head"], "keepers": ["class_teacher", "moral_head"], "readers": ["staff"],
}  # fmt: skip
RESEARCH: dict[str, Any] = {
    "title": "教研活动", "unit_kind": "subject_group", "expected": ["colleagues", "subject_head"], "numbered": True,
    "planners": ["subject_head"], "keepers": ["subject_head"], "readers": ["staff"],
}  # fmt: skip


def make_kind(code: str, paper: dict[str, Any] = PAPER, **fields: Any) -> None:
    make_edition(f"activity.{code}", described(paper), title=fields["title"], by=None, at=AT)
    ActivityKind.objects.create(code=code, paper=f"activity.{code}", **fields)
    kinds.renew()


def make_school() -> SimpleNamespace:
    """The school, two classes of three and two pupils, a subject group; the head of moral education, a class teacher, a head."""
    make_kind("speech", **SPEECH)
    make_kind("line", **LINE)
    make_kind("research", **RESEARCH)
    whole, group = a_unit(UnitKind.SCHOOL, "启明实验小学"), a_unit(UnitKind.SUBJECT_GROUP, "数学教研组")
    classes = [a_class(number=number) for number in (1, 2)]
    for klass, pupils in zip(classes, (3, 2), strict=True):
        for _time in range(pupils):
            a_pupil(klass)
    people = [a_staff_member() for _time in range(4)]
    a_post(people[0], PostKind.MORAL_HEAD), a_post(people[1], PostKind.CLASS_TEACHER, unit=classes[0])
    a_post(people[2], PostKind.SUBJECT_HEAD, unit=group)
    names = {"moral_head": people[0], "teacher": people[1], "head": people[2], "colleague": people[3]}
    return SimpleNamespace(whole=whole, group=group, classes=classes, **names)


def an_occasion(kind: str, unit: Unit, *, by: Person, ago: timedelta = timedelta(hours=1), **given: Any) -> Activity:
    """Planned for an hour ago unless said otherwise."""
    now = timezone.now()
    start = now - ago
    plan = Plan(
        unit=unit, title=title_for(kinds.kind(kind), unit, timezone.localdate(start)), parts=[PlannedPart(kind)],
        starts_at=start, ends_at=start + timedelta(minutes=40), place="操场", host=by, recorder=by,
    )  # fmt: skip
    return arrange(plan, given or {"topic": "节约"}, by=by, at=now)
