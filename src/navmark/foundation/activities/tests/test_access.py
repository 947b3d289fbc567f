"""A kind says by circles who plans, keeps, oversees and reads; this holds for an occasion of a class as for one of the branch."""

import pytest
from django.http import Http404
from django.urls import reverse

from navmark.foundation.activities import access, kinds
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.tests.factories import ALL, DAY, FEW, OPEN, TWO, an_activity
from navmark.foundation.people.circles import UnknownCircle
from navmark.foundation.people.models import (
    Engagement,
    EngagementKind,
    Guardianship,
    Post,
    PostKind,
    UnitKind,
)
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_member,
    a_person,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    a_viewer,
    holder,
    signed_in,
)

MEETING = Kind(
    code="test_class_meeting",
    title="主题班会",
    unit_kind="class",
    page="activities:roll",
    expected=("pupils",),
    planners=("class_teacher",),
    keepers=("class_teacher", "host"),
    overseers=("grade_head", "moral_head"),
    readers=("teachers_of",),
)
VISIT = Kind(
    code="test_visit",
    title="家访",
    unit_kind="class",
    page="activities:roll",
    planners=("class_teacher",),
    keepers=("class_teacher", "author:class_teacher"),
    readers=("moral_head",),
)
kinds.register((MEETING, VISIT))


def on(person):
    return a_viewer(person, on=DAY)


def sees(person, activity) -> bool:
    return access.visible_to(on(person)).filter(pk=activity.pk).exists()


@pytest.fixture
def branch(inside):
    return a_branch()


@pytest.fixture
def klass(inside):
    a_unit(UnitKind.GRADE, number=3)
    return a_class(entry_year=2024, number=1)


@pytest.fixture
def teacher(klass):
    person = a_staff_member()
    a_post(person, PostKind.CLASS_TEACHER, unit=klass)
    return person


@pytest.fixture
def family(klass):
    pupil, guardian = a_pupil(klass), a_person()
    Engagement.objects.create(person=guardian, kind=EngagementKind.GUARDIAN)
    Guardianship.objects.create(guardian=guardian, child=pupil)
    return pupil, guardian


def test_a_class_teacher_plans_sees_and_keeps_the_meeting_of_her_class(klass, teacher, family):
    other = a_class(entry_year=2024, number=2)
    viewer = on(teacher)
    meeting = an_activity(klass, MEETING.code, by=teacher)

    assert access.units_to_plan(viewer, MEETING) == [klass]
    assert not access.may_plan(viewer, MEETING, other)
    assert access.kept_by(viewer, meeting.pk) == meeting
    assert [row.person for row in meeting.roll.all()] == [family[0]]


def test_she_neither_sees_nor_keeps_that_of_another_class(klass, teacher):
    neighbour = a_class(entry_year=2024, number=2)
    colleague = a_staff_member()
    a_post(colleague, PostKind.CLASS_TEACHER, unit=neighbour)
    meeting = an_activity(neighbour, MEETING.code, by=colleague)

    with pytest.raises(Http404):
        access.activity_for(on(teacher), meeting.pk)


def test_the_head_of_the_grade_oversees_it_and_so_sees_it(klass, teacher):
    head = a_staff_member()
    a_post(head, PostKind.GRADE_HEAD, unit=a_unit(UnitKind.GRADE, number=4))
    other = a_staff_member()
    a_post(other, PostKind.GRADE_HEAD, unit=klass_grade(klass))
    meeting = an_activity(klass, MEETING.code, by=teacher)

    assert access.may_oversee(on(other), meeting) and sees(other, meeting)
    assert not access.may_oversee(on(head), meeting) and not sees(head, meeting)


def klass_grade(klass):
    return type(klass).objects.get(kind=UnitKind.GRADE, number=klass.grade_on(DAY))


def test_a_visit_is_kept_by_the_teacher_and_never_by_the_guardian_on_its_roll(klass, teacher, family):
    visit = an_activity(klass, VISIT.code, by=teacher, chosen=family)

    assert access.may_keep(on(teacher), visit)
    assert visit.roll.filter(person=family[1]).exists()
    assert not access.may_keep(on(family[1]), visit)
    assert not sees(family[1], visit)


def test_ones_own_attendance_leads_only_where_one_may_read(klass, teacher, family):
    visit = an_activity(klass, VISIT.code, by=teacher, chosen=[teacher, *family])
    leads = {one: f'href="{page_of(visit)}"' in _attendance_of(one) for one in (teacher, family[1])}

    assert leads == {teacher: True, family[1]: False}
    assert visit.title in _attendance_of(family[1])


def _attendance_of(person) -> str:
    return signed_in(person).get(reverse("activities:own_attendance"), {"year": DAY.year}).content.decode()


def test_who_planned_it_keeps_it_only_while_she_holds_that_office(klass, teacher, family):
    visit = an_activity(klass, VISIT.code, by=teacher, chosen=family)
    Post.objects.filter(person=teacher).delete()

    assert not access.may_keep(on(teacher), visit)


@pytest.mark.parametrize("kind", [PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY, PostKind.CLERK, PostKind.ORGANISATION])
def test_an_officer_of_the_branch_sees_nothing_of_a_class_by_that_office(branch, klass, teacher, family, kind):
    officer = holder(kind)
    meeting, visit = an_activity(klass, MEETING.code, by=teacher), an_activity(klass, VISIT.code, by=teacher, chosen=family)

    assert not any(sees(officer, one) or access.may_keep(on(officer), one) for one in (meeting, visit))
    assert not access.may_plan(on(officer), MEETING)


def test_what_is_open_to_the_staff_is_closed_to_a_worker_of_the_community_and_to_a_guardian(branch, family):
    worker = a_person()
    Engagement.objects.create(person=worker, kind=EngagementKind.COMMUNITY)
    lesson = an_activity(branch, OPEN.code)

    assert sees(a_staff_member(), lesson)
    assert not any(sees(one, lesson) for one in (worker, *family))


def test_a_member_sees_what_is_for_members_and_whoever_is_none_does_not(branch):
    meeting = an_activity(branch, ALL.code)

    assert sees(a_member(branch), meeting)
    assert not sees(a_staff_member(), meeting)
    assert access.visible_to(on(a_staff_member())).count() == 0


def test_a_gathering_is_as_narrow_as_its_narrowest_part(branch):
    both = an_activity(branch, FEW.code, ALL.code)
    later = a_member(branch)  # not on its roll

    assert sees(later, an_activity(branch, ALL.code))
    assert not sees(later, both)
    assert sees(holder(PostKind.CLERK), both)


def test_a_talk_is_seen_and_kept_by_the_two_and_the_secretary(branch):
    one, other, third = (a_member(branch) for _time in range(3))
    talk = an_activity(branch, TWO.code, by=third, chosen=(one, other), host=holder(PostKind.CLERK))

    keepers = {one, other, holder(PostKind.SECRETARY)}
    people = keepers | {third, holder(PostKind.CLERK), holder(PostKind.ORGANISATION)}
    assert {person for person in people if sees(person, talk)} == keepers
    assert {person for person in people if access.may_keep(on(person), talk)} == keepers


def test_one_query_answers_for_any_number_of_occasions(branch, klass, teacher, django_assert_num_queries):
    for _time in range(3):
        an_activity(branch, FEW.code, ALL.code)
        an_activity(klass, MEETING.code, by=teacher)
    viewer = on(holder(PostKind.CLERK))
    assert viewer.units_in("staff") and viewer.standing and kinds.all_kinds()
    with django_assert_num_queries(1):
        assert len(access.visible_to(viewer)) == 3


def test_one_occasion_and_many_are_answered_alike(branch, klass, teacher, family):
    few = [an_activity(branch, *codes) for codes in ((FEW.code,), (ALL.code,), (FEW.code, ALL.code), (OPEN.code,))]
    few += [an_activity(klass, MEETING.code, by=teacher), an_activity(klass, VISIT.code, by=teacher, chosen=family)]
    people = {post.person for post in Post.objects.select_related("person")} | {*family, a_staff_member(), a_member(branch)}
    for person in people:
        viewer = on(person)
        seen = {one for one in Activity.objects.all() if access.may_read(viewer, one)}
        assert set(access.visible_to(viewer)) == seen


def test_an_occasion_without_parts_is_nobodys(branch):
    meeting = an_activity(branch, ALL.code)
    meeting.parts.all().delete()

    assert not sees(holder(PostKind.SECRETARY), meeting)
    assert not access.may_keep(on(holder(PostKind.SECRETARY)), meeting)


def test_a_kind_that_names_a_circle_nobody_declared_is_refused():
    with pytest.raises(UnknownCircle, match="strangers"):
        kinds.register((Kind(code="test_wrong", title="", unit_kind="class", page="", planners=(), keepers=("strangers",)),))
