"""Cells that no office writes on purpose: refused at the cell, or kept whole, alike on both databases."""

import pytest

from navmark.foundation.people.importing.intake import KINDS, intake_of
from navmark.foundation.people.models import Person, PostKind, RememberedHeading
from navmark.foundation.people.tests.factories import a_branch, a_class, holder
from navmark.foundation.people.tests.importing import brought_in, looked_at, pasted
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.refusals import TableRefused
from navmark.foundation.tenancy.scope import within

HOSTILE = {
    "long": "长" * 3000,
    "digits": "9" * 5000,
    "numerals": "一" * 5000,
    "nul": "王\0一",
    "a number of a year": "99999",
    "signs": "———",
}
PLAIN = {
    "staff": "姓名\t手机号码\n王一\t19900000001",
    "members": "姓名\t手机号码\n王一\t19900000001",
    "pupils": "姓名\t班级\n王一\t一年级1班",
}


@pytest.fixture
def ready(school):
    with within(school):
        a_branch()
        a_class()
        yield school


@pytest.mark.parametrize("kind", [kind.value for kind in KINDS])
@pytest.mark.parametrize("cell", sorted(HOSTILE))
def test_each_column_takes_it_or_says_no(kind, cell, ready):
    for column in KINDS[kind].columns():
        headings, row = ([*line.split("\t")] for line in PLAIN[kind].splitlines())
        heading = str(column.aliases[0])
        if heading in headings:
            row[headings.index(heading)] = HOSTILE[cell]
        else:
            headings, row = [*headings, heading], [*row, HOSTILE[cell]]
        intake = intake_of(kind, read("\n".join("\t".join(line) for line in (headings, row)), "粘贴.txt"), school_year=2026)
        if looked_at(ready, intake).ready:
            brought_in(ready, intake)


def test_a_longest_name_and_one_of_signs_alone_have_their_place_in_the_list(ready):
    for name in ("———", "😀", "王" * 60, "A" * 60):
        Person.objects.create(name=name)
    assert Person.objects.filter(name__in=("———", "😀", "王" * 60, "A" * 60)).order_by("sort_key").count() == 4


def test_two_headings_alike_for_a_hundred_characters_are_not_remembered_as_one(ready):
    alike = "很" * 100
    brought_in(ready, pasted("staff", f"姓名 手机号码 {alike}甲 {alike}乙", "王一 19900000001 A B"))

    assert Person.objects.filter(name="王一").exists()
    assert not RememberedHeading.objects.filter(heading__startswith=alike).exists()


def test_the_same_row_twice_is_one_person(ready):
    table = pasted("staff", "姓名 手机号码", "王一 19900000001", "王一 19900000001")
    if looked_at(ready, table).ready:
        brought_in(ready, table)
    else:
        with pytest.raises(TableRefused):
            brought_in(ready, table)
    assert Person.objects.filter(name="王一").count() <= 1
    assert holder(PostKind.CLERK)
