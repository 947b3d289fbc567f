"""A table that names another branch moves a member there, from the day of the import on."""

from datetime import date, timedelta

import pytest

from navmark.foundation.people.models import Person, PostKind, Unit
from navmark.foundation.people.queries import committee_on, members_on, party_groups, secretary_of, voters_on
from navmark.foundation.people.tests.factories import a_branch
from navmark.foundation.people.tests.importing import ON, brought_in, pasted

EVE = ON - timedelta(days=1)
HEAD = "姓名 手机号码 人员类别 转正日期 党支部 党小组 党内职务"
MEMBER = "张伟 19900000001 正式党员 2010-06-01"


@pytest.fixture
def branches(inside) -> list[Unit]:
    return [
        a_branch(members=0, probationary=0, committee=0, groups=1, clerk=False, name=f"海棠路小学第{number}党支部")
        for number in "一二"
    ]


def test_she_is_there_since_the_import_and_was_a_voter_here_before(inside, branches):
    before, after = branches
    brought_in(inside, pasted("members", HEAD, f"{MEMBER} {before.name} 第一党小组 组织委员"), on=date(2026, 9, 1))
    brought_in(inside, pasted("members", "姓名 手机号码 人员类别 转正日期 党支部", f"{MEMBER} {after.name}"))

    person = Person.objects.get()
    assert [list(voters_on(unit, EVE)) for unit in branches] == [[person], []]
    assert [list(voters_on(unit, ON)) for unit in branches] == [[], [person]]
    assert [list(committee_on(before, day)) for day in (EVE, ON)] == [[person], []]
    group = party_groups(before, ON).get()
    assert not person.memberships.on(ON).filter(unit=group).exists()


def test_the_office_and_the_group_that_the_sheet_names_begin_there(inside, branches):
    before, after = branches
    brought_in(inside, pasted("members", HEAD, f"{MEMBER} {before.name} 第一党小组 书记"), on=date(2026, 9, 1))

    report = brought_in(inside, pasted("members", HEAD, f"{MEMBER} {after.name} 第一党小组 书记"))

    assert [secretary_of(unit, ON) for unit in branches] == [None, Person.objects.get()]
    assert list(members_on(party_groups(after, ON).get(), ON)) == [Person.objects.get()]
    assert PostKind.SECRETARY.label in {change.before for change in report.lines[0].changes}
