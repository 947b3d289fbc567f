"""A circle answers roll, door and list alike; each follows from dated facts."""

from datetime import date
from itertools import product

import pytest

from navmark.foundation.people.circles import UnknownCircle, all_circles, circle, ids_in, people_in, register
from navmark.foundation.people.circles.registry import Circle
from navmark.foundation.people.circles.standing import CircleStanding
from navmark.foundation.people.models import (
    Engagement,
    EngagementKind,
    Guardianship,
    PartyStatus,
    Post,
    PostKind,
    RightsSuspension,
    Status,
    Teaching,
    Unit,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_person,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    a_viewer,
)
from navmark.foundation.tenancy.scope import within

DAY, EVE, MORROW = date(2026, 11, 20), date(2026, 11, 19), date(2026, 11, 21)


class House:
    """A branch with two groups, two grades with classes, a subject group, a community, and somebody in each office."""

    def __init__(self):
        self.school = a_unit(UnitKind.SCHOOL, "启明实验小学")
        self.branch = a_branch(members=6, probationary=1, committee=3, groups=2)
        self.groups = list(Unit.objects.filter(kind=UnitKind.PARTY_GROUP))
        self.third, self.fourth = (a_unit(UnitKind.GRADE, number=number) for number in (3, 4))
        self.classes = [
            a_class(entry_year=2024, number=1),
            a_class(entry_year=2024, number=2),
            a_class(entry_year=2023, number=1),
        ]
        self.maths = a_unit(UnitKind.SUBJECT_GROUP, "数学组")
        self.community = a_unit(UnitKind.COMMUNITY, "幸福社区")
        self.teachers = [a_staff_member() for _klass in self.classes]
        for teacher, klass in zip(self.teachers, self.classes, strict=True):
            a_post(teacher, PostKind.CLASS_TEACHER, unit=klass)
        self.head = a_staff_member()
        a_post(self.head, PostKind.GRADE_HEAD, unit=self.third)
        self.maths_head = a_staff_member()
        a_post(self.maths_head, PostKind.SUBJECT_HEAD, unit=self.maths)
        UnitMembership.objects.create(person=self.teachers[0], unit=self.maths)
        Teaching.objects.create(person=self.maths_head, unit=self.classes[0], subject="数学")
        self.principal = a_staff_member()
        a_post(self.principal, PostKind.PRINCIPAL)
        self.pupil = a_pupil(self.classes[0])
        self.guardian = a_person()
        Guardianship.objects.create(guardian=self.guardian, child=self.pupil)
        Engagement.objects.create(person=self.guardian, kind=EngagementKind.GUARDIAN)
        self.worker = a_person()
        Engagement.objects.create(person=self.worker, kind=EngagementKind.COMMUNITY)
        UnitMembership.objects.create(person=self.worker, unit=self.community)


@pytest.fixture
def house(inside):
    return House()


def around(unit, *codes, on=DAY):
    return set(people_in(codes, unit, on=on))


def test_the_three_answers_agree_for_everybody_around_every_unit(house):
    suspended = PartyStatus.objects.filter(status=Status.FULL).first().person
    RightsSuspension.objects.create(person=suspended, basis="留党察看")
    people = {post.person for post in Post.objects.select_related("person")} | {
        house.pupil,
        house.guardian,
        house.worker,
        suspended,
    }
    units = list(Unit.objects.all())
    for one in (each for each in all_circles() if not each.of_thing):
        who = {unit.pk: around(unit, one.code) for unit in units}
        for person in people:
            viewer = a_viewer(person, on=DAY)
            there = {unit.pk for unit in units if person in who[unit.pk]}
            assert viewer.units_in(one.code) == there, (one.code, person)
            assert {unit.pk for unit in units if viewer.is_in(unit, one.code)} == there, (one.code, person)
            assert viewer.has(one.code) == (person in around(None, one.code)), (one.code, person)


def test_all_circles_together_cost_two_queries(house, django_assert_num_queries):
    viewer = a_viewer(house.head, on=DAY)
    codes = [one.code for one in all_circles()]
    with django_assert_num_queries(2):
        for code, klass in product(codes, house.classes):
            viewer.is_in(klass, code)
            viewer.units_in(code)
        assert {unit.parent for unit in viewer.units_today} >= {None}


def test_each_asks_of_herself_in_her_school_on_her_day(house, neighbour):
    """The question is put into SQL once for everybody."""
    Post.objects.filter(person=house.head).update(to_day=DAY)

    assert {fact.code for fact in CircleStanding.of(house.head, on=DAY).facts} == {"grade_head", "staff"}
    assert {fact.code for fact in CircleStanding.of(house.head, on=MORROW).facts} == {"staff"}
    assert not CircleStanding.of(a_person(), on=DAY).facts
    with within(neighbour):
        assert not CircleStanding.of(house.head, on=DAY).facts


def test_several_circles_of_a_unit_are_asked_for_with_one_query(house, django_assert_num_queries):
    asked = [("class_teacher",), ("pupils", "guardians"), (), ("host",)]
    with django_assert_num_queries(1):
        found = ids_in(asked, house.classes[0], on=DAY)

    alone = {codes: people_in(codes, house.classes[0], on=DAY).values_list("pk", flat=True) for codes in asked}
    assert found == {codes: frozenset(ids) for codes, ids in alone.items()}
    assert found["class_teacher",] and found["pupils", "guardians"]


def test_the_head_of_a_grade_stands_around_its_classes_of_that_day(house):
    viewer = a_viewer(house.head, on=DAY)

    assert viewer.units_in("grade_head") == {house.school.pk, house.third.pk, house.classes[0].pk, house.classes[1].pk}
    next_year = a_viewer(house.head, on=date(2027, 11, 20))
    assert not next_year.is_in(house.classes[0], "grade_head")  # in the fourth grade now


def test_around_a_grade_stand_the_class_teachers_of_its_classes(house):
    assert around(house.third, "class_teacher") == set(house.teachers[:2])
    assert around(house.school, "class_teacher") == set(house.teachers)


def test_an_officer_of_the_branch_is_nothing_to_a_class(house):
    secretary = Post.objects.get(kind=PostKind.SECRETARY).person
    viewer = a_viewer(secretary, on=DAY)

    assert all(viewer.is_in(group, "secretary", "committee") for group in house.groups)
    assert not any(viewer.is_in(klass, "secretary", "committee", "members") for klass in house.classes)


def test_an_office_of_the_school_holds_around_each_of_its_units(house):
    viewer = a_viewer(house.principal, on=DAY)

    assert viewer.units_in("principal") == set(Unit.objects.values_list("pk", flat=True))
    assert viewer.units_in("head_of") == {house.school.pk}


def test_a_member_belongs_to_her_own_group_alone(house):
    place = UnitMembership.objects.filter(unit=house.groups[0]).first()

    assert place.person in around(house.groups[0], "members")
    assert place.person not in around(house.groups[1], "members")
    assert place.person in around(house.branch, "members")


def test_who_left_the_branch_is_no_member_of_its_group_either(house):
    place = UnitMembership.objects.filter(unit=house.groups[0]).first()
    PartyStatus.objects.filter(person=place.person).update(to_day=EVE)

    assert place.person not in around(house.groups[0], "members")


def test_whose_rights_are_suspended_is_a_full_member_without_a_vote(house):
    person = PartyStatus.objects.filter(status=Status.FULL).first().person
    RightsSuspension.objects.create(person=person, basis="留党察看", to_day=DAY)

    assert person in around(house.branch, "full_members") - around(house.branch, "voting_members")
    assert person in around(house.branch, "voting_members", on=MORROW)
    assert not a_viewer(person, on=DAY).is_in(house.branch, "voting_members")


@pytest.mark.parametrize("who", ["guardian", "worker", "pupil"])
def test_an_account_makes_nobody_staff(house, who):
    person = getattr(house, who)

    assert not a_viewer(person, on=DAY).has("staff")
    assert person not in around(house.school, "staff")


def test_staff_is_who_is_engaged_that_day(house):
    Engagement.objects.filter(person=house.head).update(to_day=EVE)

    assert [a_viewer(house.head, on=day).has("staff") for day in (EVE, DAY)] == [True, False]


def test_a_teacher_stands_around_the_classes_she_teaches(house):
    assert around(house.classes[0], "teachers_of") == {house.maths_head, house.teachers[0]}
    assert not a_viewer(house.maths_head, on=DAY).is_in(house.classes[1], "teachers_of")


def test_guardians_stand_around_the_class_of_the_child(house):
    assert around(house.classes[0], "guardians") == {house.guardian}
    assert a_viewer(house.guardian, on=DAY).units_in("guardians") == {house.school.pk, house.third.pk, house.classes[0].pk}


def test_a_contact_of_the_community_has_her_own_circle_alone(house):
    viewer = a_viewer(house.worker, on=DAY)
    hers = {one.code for one in all_circles() if viewer.has(one.code)}

    assert hers == {"community_contact", "colleagues"}
    assert viewer.units_in(*hers) == {house.community.pk, house.school.pk}


def test_whoever_heads_the_unit(house):
    assert around(house.classes[2], "head_of") == {house.teachers[2]}
    assert around(house.third, "head_of") == {house.head}
    assert around(house.maths, "head_of") == {house.maths_head}
    assert around(house.branch, "head_of") == {Post.objects.get(kind=PostKind.SECRETARY).person}
    assert around(house.school, "head_of") == {house.principal}


def test_a_circle_nobody_declared_is_named():
    with pytest.raises(UnknownCircle, match="strangers"):
        circle("strangers")


def test_another_of_a_circle_stands_around_a_thing_and_is_nobody_without_it(house):
    assert circle("another:committee").of_thing
    assert around(house.branch, "another:committee") == set()
    with pytest.raises(UnknownCircle, match="another:strangers"):
        circle("another:strangers")


def test_two_circles_of_one_name_are_refused():
    with pytest.raises(ValueError, match="committee"):
        register(Circle("committee", "另一个"))
