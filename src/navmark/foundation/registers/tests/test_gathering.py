"""On a unit's page stands how much each register holds of it: as its list shows it, and nothing to whoever sees none of it."""

from urllib.parse import parse_qs, urlsplit

from django.utils import timezone

from navmark.foundation.people.models import PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_unit, a_viewer, signed_in
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.gathering import kept
from navmark.foundation.registers.tests.scene import make_register, make_school

OF_A_GROUP = {"unit_kind": "subject_group", "makers": ["subject_head"], "keepers": ["subject_head"], "numbered": False}


def test_they_are_counted_for_who_sees_them_and_cost_the_same_however_many(inside, sql_of):
    here, at = make_school(), timezone.localtime()
    groups = [a_unit(UnitKind.SUBJECT_GROUP, name) for name in ("数学组", "语文组")]
    register, _empty = (make_register(code, **OF_A_GROUP, title=title) for code, title in (("lent", "借用"), ("kept", "藏书")))
    head = a_staff_member()
    a_post(head, PostKind.SUBJECT_HEAD, unit=groups[0])

    def one_more(owner):
        return add(register, EntryHead(groups[0], "投影仪", at.date(), owner), {"problem": "一台"}, by=head, at=at)

    def told(person, unit=groups[0]):
        return [(line.what, line.when, line.state_label) for line in kept(a_viewer(person), unit).lines]

    one_more(here.owner)
    assert told(head) == [("借用", "1条", "1项在办"), ("藏书", "尚无条目", "")] and told(head, groups[1]) == []
    assert told(here.owner) == [("借用", "1条", "1项在办")] and told(here.colleague) == []

    viewer = a_viewer(head)
    once = sql_of(lambda: kept(viewer, groups[0]))
    one_more(here.colleague), one_more(here.colleague)
    assert sql_of(lambda: kept(viewer, groups[0])) <= once
    line = kept(viewer, groups[0]).lines[0]
    assert line.when == "3条" and parse_qs(urlsplit(line.url).query) == {"unit": [str(groups[0].pk)]}
    assert signed_in(head).get(line.url).content.decode().count("投影仪") == 3
