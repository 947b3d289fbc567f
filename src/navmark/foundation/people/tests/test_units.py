"""Units of the whole school: made, named, headed, filled and closed by whoever manages people; read by colleagues alone."""

from datetime import date, datetime, timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from navmark.foundation.people import actions
from navmark.foundation.people.access import INSIDERS
from navmark.foundation.people.models import (
    Engagement,
    EngagementKind,
    Post,
    PostKind,
    Unit,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.refusals import StillInUse, TitleTaken, Untitled, WrongUnit
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_person,
    a_post,
    a_staff_member,
    a_unit,
    a_viewer,
    an_administrator,
    signed_in,
)
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within

AT = datetime(2026, 9, 1, 9, tzinfo=timezone.get_default_timezone())
FIRST, LAST = date(2026, 9, 1), date(2026, 11, 20)


@pytest.fixture
def keeper(inside):
    return an_administrator()


@pytest.fixture
def browser(keeper):
    return signed_in(keeper)


def test_a_new_school_is_a_unit_and_has_its_six_grades_and_needs_no_branch(db):
    founded = actions.found_school(name="新学校", in_use_since=FIRST, at=AT)

    with within(founded.school):
        assert founded.branch is None
        assert Unit.objects.get(kind=UnitKind.SCHOOL).name == "新学校"
        assert [unit.name for unit in Unit.objects.filter(kind=UnitKind.GRADE)][0::5] == ["一年级", "六年级"]


def test_set_up_on_an_english_page_it_has_chinese_names(db):
    with override("en"):
        founded = actions.found_school(name="新学校", in_use_since=FIRST, at=AT)

    assert founded.administrator.name == "系统管理员"
    with within(founded.school):
        assert Unit.objects.filter(kind=UnitKind.GRADE)[0].name == "一年级"


def test_a_school_of_before_has_them_after_the_change_and_keeps_its_offices_as_they_are(school):
    with within(school):
        post = a_post(a_staff_member(), PostKind.PRINCIPAL)
    change = import_module("navmark.foundation.people.migrations.0007_the_school_and_its_grades")
    before = MigrationExecutor(connection).loader.project_state(("people", "0006_names_by_strokes")).apps

    for _time in range(2):
        change.add_units(before, type("Editor", (), {"connection": connection}))

    with within(school):
        assert Unit.objects.filter(kind__in=(UnitKind.SCHOOL, UnitKind.GRADE)).count() == 7
        assert Post.objects.get(pk=post.pk).unit is None
        assert School.objects.get().name == Unit.objects.get(kind=UnitKind.SCHOOL).name


def test_a_unit_is_made_headed_filled_and_closed_from_its_pages(browser):
    teacher, colleague = a_staff_member(name="王雅文"), a_staff_member(name="李建国")
    today = timezone.localdate()
    answer = browser.post(reverse("people:add-unit"), {"kind": "subject_group", "name": "数学组"})
    group = Unit.objects.get(kind=UnitKind.SUBJECT_GROUP)
    assert answer.url == reverse("people:unit", args=[group.pk])

    head = reverse("people:office", args=[group.pk, "subject_head"])
    browser.post(head, {"person": teacher.name, "from_day": str(today)})
    people = {"people": f"{teacher.name}、{colleague.name}", "from_day": str(today - timedelta(days=3))}
    browser.post(reverse("people:add-people", args=[group.pk]), people)
    page = browser.get(answer.url).content.decode()
    assert "教研组长 · " in page and "王雅文" in page and "李建国" in page

    browser.post(reverse("people:close-unit", args=[group.pk]), {"last_day": str(today)})
    assert not Unit.objects.on(today + timedelta(days=1)).filter(pk=group.pk).exists()
    assert not Post.objects.on(today + timedelta(days=1)).filter(unit=group).exists()
    assert UnitMembership.objects.filter(unit=group, to_day=today).count() == 2


def test_a_form_that_gives_rights_preselects_nobody(browser):
    branch = a_branch(members=3, probationary=0, committee=1, groups=0)
    page = browser.get(reverse("people:office", args=[branch.pk, "clerk"])).content.decode()

    options = page[page.index('name="person"') : page.index("</select>", page.index('name="person"'))]
    assert 'value="" selected' in options
    assert options.count("selected") == 1


def test_the_same_name_is_refused_at_its_field(browser):
    a_unit(UnitKind.CLUB, "合唱团")
    answer = browser.post(reverse("people:add-unit"), {"kind": "club", "name": "合唱团"})

    assert answer.status_code == 422
    assert "已有“合唱团”" in answer.content.decode()
    with pytest.raises(TitleTaken):
        actions.create_unit(kind=UnitKind.CLUB, name="合唱团", by=None, at=AT)


def test_a_branch_with_groups_is_not_closed_over_their_heads(inside):
    branch = a_branch(members=2, probationary=0, committee=1, groups=1)
    with pytest.raises(StillInUse, match="第一党小组"):
        actions.close_unit(branch, last_day=LAST, by=a_staff_member(), at=AT)


def test_an_office_in_the_schools_own_words_opens_nothing(inside):
    person, grade = a_staff_member(), a_unit(UnitKind.GRADE, "三年级", number=3)
    before = a_viewer(person, on=LAST).circles
    post = actions.appoint(person, kind=PostKind.OTHER, title="年级副组长", unit=grade, from_day=FIRST, by=None, at=AT)
    other = actions.appoint(person, kind=PostKind.OTHER, title="食堂监督员", from_day=FIRST, by=None, at=AT)

    assert [post.called, other.called] == ["年级副组长", "食堂监督员"]
    assert a_viewer(person, on=LAST).circles == before
    with pytest.raises(Untitled):
        actions.appoint(person, kind=PostKind.OTHER, from_day=FIRST, by=None, at=AT)


def test_a_grade_is_headed_by_one_and_only_a_grade(inside):
    third, first, second = a_unit(UnitKind.GRADE, "三年级", number=3), a_staff_member(), a_staff_member()
    actions.appoint(first, kind=PostKind.GRADE_HEAD, unit=third, from_day=FIRST, by=None, at=AT)
    actions.appoint(second, kind=PostKind.GRADE_HEAD, unit=third, from_day=LAST, by=None, at=AT)

    assert Post.objects.on(LAST).get(unit=third).person == second
    with pytest.raises(WrongUnit):
        actions.appoint(first, kind=PostKind.GRADE_HEAD, unit=a_class(), from_day=FIRST, by=None, at=AT)


def test_one_person_has_a_place_in_several_clubs_and_in_one_subject_group(inside):
    person = a_staff_member()
    for kind in (UnitKind.CLUB, UnitKind.SUBJECT_GROUP):
        for name in ("甲", "乙"):
            actions.move(person, to=a_unit(kind, name), from_day=FIRST, by=None, at=AT)

    held = UnitMembership.objects.on(FIRST).filter(person=person)
    assert sorted(held.values_list("unit__kind", "unit__name")) == [
        ("club", "乙"),
        ("club", "甲"),
        ("subject_group", "乙"),
    ]


@pytest.mark.parametrize("kind", [EngagementKind.COMMUNITY, EngagementKind.GUARDIAN])
@pytest.mark.parametrize("page", ["list", "units", "teaching"])
def test_who_is_no_colleague_reads_no_list_of_the_school(inside, kind, page):
    person = a_person()
    Engagement.objects.create(person=person, kind=kind)
    browser = signed_in(person)

    assert browser.get(reverse(f"people:{page}")).status_code == 403
    today = browser.get("/").content.decode()
    assert f'href="{reverse("people:list")}"' not in today
    assert "没有待办事项" in today


def test_whoever_reads_who_is_who_is_of_the_house():
    assert "guardians" not in INSIDERS and "community_contact" not in INSIDERS


def test_the_staff_are_narrowed_to_one_subject_group(browser):
    inside, outside, group = (
        a_staff_member(name="王雅文"),
        a_staff_member(name="李建国"),
        a_unit(UnitKind.SUBJECT_GROUP, "数学组"),
    )
    UnitMembership.objects.create(person=inside, unit=group)

    page = browser.get(reverse("people:list"), {"tab": "staff", "unit": str(group.pk)}).content.decode()

    assert inside.name in page
    assert outside.name not in page


def test_a_party_group_has_a_page_with_its_members_alone_and_leads_to_its_branch(inside):
    branch = a_branch(members=4, probationary=0, committee=0, groups=1, clerk=False)
    group = branch.children.get()
    applicant = a_staff_member()
    UnitMembership.objects.create(person=applicant, unit=group)  # placed there by mistake: who applies is told nobody

    shown = signed_in(a_staff_member()).get(reverse("people:unit", args=[group.pk])).content.decode()

    assert reverse("people:branch", args=[branch.pk]) in shown and applicant.name not in shown
    assert all(one.name in shown for one in members_on(group, timezone.localdate()))


def test_it_stands_under_the_word_of_its_kind_and_the_school_under_its_own():
    kinds = (UnitKind.CLASS, UnitKind.SUBJECT_GROUP, UnitKind.PARTY_GROUP, UnitKind.SCHOOL)
    with override("zh-hans"):
        assert [Unit(kind=one).heading for one in kinds] == ["班级", "教研组", "党小组", "学校"]
    with override("en"):
        assert Unit(kind=UnitKind.CLASS).heading == "Class"


def test_classes_are_read_from_the_youngest_wherever_they_stand(inside):
    for entry_year, number in ((2024, 2), (2026, 1), (2024, 1)):
        a_class(entry_year=entry_year, number=number)

    known = [(unit.entry_year, unit.number) for unit in a_viewer(a_person()).units if unit.kind == UnitKind.CLASS]

    assert known == [(2026, 1), (2024, 1), (2024, 2)]
