"""A school whose heads take subject groups upon themselves, and the office that keeps who has which."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from django.utils.timezone import get_current_timezone

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.papers.making import make_edition
from navmark.foundation.people.models import Person, PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_unit
from navmark.foundation.pledges import actions, known
from navmark.foundation.pledges.about import thing_of
from navmark.foundation.pledges.actions import Taking
from navmark.foundation.pledges.models import Pledge, PledgeKind

AT = datetime(2026, 11, 23, 9, tzinfo=get_current_timezone())  # a Monday of the first term
TODAY, SINCE = AT.date(), date(2026, 10, 8)
PAPER: dict[str, Any] = {
    "done": {"type": "paragraph", "label": "做了什么", "required": "before"},
    "solved": {"type": "paragraph", "label": "解决的问题"},
}


def make_kind(code: str = "support", **fields: Any) -> PledgeKind:
    make_edition(f"pledge.{code}", described(PAPER, exists=exists_here()), title="帮包", by=None, at=AT)
    defaults = {
        "title": "帮包教研组", "title_en": "Support", "unit_kind": "school", "about": ["unit:subject_group"], "sole": True,
        "takers": ["teaching_head", "moral_head"], "keepers": ["office_head"], "readers": ["staff"], "every": "term",
        "button": "帮包", "holder": "帮包人", "paper": f"pledge.{code}",
    }  # fmt: skip
    one = PledgeKind.objects.create(code=code, **{**defaults, **fields})
    known.renew()
    return one


def make_school() -> SimpleNamespace:
    """Two groups; who keeps the list, two who may take one on, and one who only works there."""
    whole = a_unit(UnitKind.SCHOOL, "启明实验小学")
    groups = [a_unit(UnitKind.SUBJECT_GROUP, name) for name in ("数学组", "语文组")]
    people = [a_staff_member() for _time in range(4)]
    posts = (PostKind.OFFICE_HEAD, PostKind.TEACHING_HEAD, PostKind.MORAL_HEAD)
    for person, post in zip(people, posts, strict=False):
        a_post(person, post)
    names = ("keeper", "teaching", "moral", "colleague")
    return SimpleNamespace(
        kind=make_kind(), whole=whole, maths=groups[0], chinese=groups[1], **dict(zip(names, people, strict=True))
    )


def taking(here: SimpleNamespace, holder: Person, *, group: Any = None, since: date = SINCE) -> Taking:
    thing = thing_of(here.kind, (group or here.maths).pk, TODAY)
    assert thing is not None
    return Taking(here.kind, thing, here.whole, holder, since, "办公会")


def a_pledge(here: SimpleNamespace, holder: Person | None = None, **said: Any) -> Pledge:
    return actions.take(taking(here, holder or here.teaching, **said), by=here.keeper, at=AT)
