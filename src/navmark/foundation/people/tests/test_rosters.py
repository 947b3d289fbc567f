"""What the school takes away can be brought back: the product reads its own rosters and finds nothing to change."""

from datetime import date

import pytest

from navmark.foundation.people import rosters
from navmark.foundation.people.identity import indexed
from navmark.foundation.people.importing.intake import intake_of
from navmark.foundation.people.importing.running import Run
from navmark.foundation.people.models import EngagementKind, Person, PostKind, Precision
from navmark.foundation.people.tests.factories import a_branch, a_class, a_post, a_pupil, a_staff_member, holder
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.writing import workbook

DAY = date(2026, 11, 24)


@pytest.fixture
def filled(inside):
    a_branch(members=6, probationary=2, committee=3, groups=2)
    klass = a_class(entry_year=2024, number=3)
    teacher = a_staff_member(name="阿依古丽·𠮷", staff_number="007", phone="19900000001", born=date(1986, 6, 1))
    teacher.born_precision = Precision.MONTH
    indexed(teacher).save()
    a_post(teacher, PostKind.CLASS_TEACHER, unit=klass)
    for name in ("赵一", "赵一"):
        a_pupil(klass, name=name, born=date(2020, 2, 29), born_precision=Precision.DAY)
    for number, person in enumerate(Person.objects.filter(phone_index="", pupil_number="")):
        person.phone = f"1990000{number + 100:04d}"
        indexed(person).save()
    return inside


@pytest.mark.parametrize("kind, make", [("staff", rosters.staff), ("members", rosters.members), ("pupils", rosters.pupils)])
def test_its_own_roster_changes_nothing(filled, kind, make):
    made = make(DAY)
    report = Run(intake_of(kind, read(workbook([made]), f"{kind}.xlsx"), school_year=2026), school=filled, on=DAY).report

    assert report.ready, [line.messages for line in report.open_lines]
    assert not [line.changes for line in report.lines if line.changes]
    assert {outcome.value: count for outcome, count in report.counts.items() if count} == {"unchanged": len(made.rows)}


def test_it_says_what_a_clerk_would_write(filled):
    heads = {field.label: place for place, field in enumerate(rosters.members(DAY).fields)}
    first = rosters.members(DAY).rows[0]
    teacher = next(row for row in rosters.staff(DAY).rows if row[1] == "阿依古丽·𠮷")

    assert (first[0], first[heads["人员类别"]], first[heads["党内职务"]]) == (holder(PostKind.SECRETARY).name, "正式党员", "书记")
    assert (teacher[0], teacher[3], teacher[10]) == ("007", "1986.06", "三年级(3)班")


def test_who_has_left_is_not_on_it(filled):
    person = a_staff_member(name="钱二")
    person.engagements.filter(kind=EngagementKind.STAFF).update(to_day=date(2026, 8, 31))

    assert "钱二" not in [row[1] for row in rosters.staff(DAY).rows]


def test_as_many_queries_for_thirty_as_for_two(filled, django_assert_num_queries):
    def count():
        with django_assert_num_queries(9):
            for make in (rosters.staff, rosters.members, rosters.pupils):
                make(DAY)

    count()
    for number in range(30):
        a_pupil(a_class(entry_year=2023, number=number + 1))
        a_staff_member()
    count()
