"""A school with two rotas: classes that take the flag speech by turns, and colleagues at the door in two shifts."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.utils.timezone import get_current_timezone

from navmark.foundation.activities.occasions.tests import scene as occasions
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_class, a_post, a_staff_member
from navmark.foundation.rotas import known
from navmark.foundation.rotas.models import Rota

AT = datetime(2026, 11, 23, 9, tzinfo=get_current_timezone())  # a Monday, in the thirteenth week of school
SPEECH = {**occasions.PAPER, "speaker_class": {"type": "class", "label": "承担班级", "required": "before", "default": "rota"}}
OF_CLASSES: dict[str, Any] = {
    "title": "国旗下讲话轮值", "unit_kind": "school", "among": "classes", "order": "fixed", "every": "school_week",
    "keepers": ["moral_head"], "readers": ["staff"], "activity_kind": "flag", "field": "speaker_class",
}  # fmt: skip
AT_THE_DOOR: dict[str, Any] = {
    "title": "护校值班", "unit_kind": "school", "among": "staff", "order": "fewest", "every": "school_day", "ahead": 3,
    "confirmed": False, "keepers": ["moral_head"], "readers": ["moral_head"], "posts": [["gate", "东门"]],
    "shifts": [["early", {"words": "早班", "hours": "7:20", "checklist": ["护栏到位"]}], ["late", {"words": "晚班"}]],
}  # fmt: skip


def make_rota(code: str, **said: Any) -> Rota:
    one = Rota.objects.create(code=code, **said)
    known.renew()
    return one


def make_school(*, classes: int = 5) -> SimpleNamespace:
    """The school of the room of activities with more classes, each with its teacher, and a rota of them."""
    here = occasions.make_school()
    occasions.make_kind("flag", SPEECH, **{**occasions.SPEECH, "title": "升旗讲话"})
    here.classes += [a_class(number=number) for number in range(3, classes + 1)]
    here.teachers = [here.teacher, *(a_staff_member() for _one in here.classes[1:])]
    for teacher, klass in list(zip(here.teachers, here.classes, strict=True))[1:]:
        a_post(teacher, PostKind.CLASS_TEACHER, unit=klass)
    here.rota = make_rota("flag", **OF_CLASSES)
    return here
