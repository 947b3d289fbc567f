"""Guardians stand on a pupil's file, behind the same gate; a guardian who works here is the same person, if somebody says so."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import actions
from navmark.foundation.people.identity import indexed
from navmark.foundation.people.listing import adults
from navmark.foundation.people.models import Engagement, EngagementKind, Guardianship, Leaving, Person, SchoolAccount
from navmark.foundation.people.tests.factories import a_class, a_pupil, a_staff_member, an_account, an_administrator, signed_in
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.models import OF_ADULTS, AccessEntry, OpenedPart, Purpose

AT = timezone.now()
PHONE = "13900000011"


@pytest.fixture
def pupil(inside):
    return a_pupil(a_class(), name="张小南")


@pytest.fixture
def manager(inside):
    return an_administrator()


@pytest.fixture
def office(manager, pupil):
    """Somebody who has named the purpose today."""
    note_opening(pupil, part=OpenedPart.FILE, purpose=Purpose.FAMILY, by=manager, at=timezone.now())
    return signed_in(manager)


def add(client, pupil, **typed):
    values = {"name": "李秀英", "relation": "母亲", "phone": PHONE, **typed}
    return client.post(reverse("people:begin", args=[pupil.pk, "guardians"]), values)


def file_of(client, person) -> str:
    return client.get(reverse("people:person", args=[person.pk])).content.decode()


def test_a_new_guardian_stands_on_the_file_with_her_phone_sealed(office, pupil):
    assert add(office, pupil).status_code == 302

    shown = file_of(office, pupil)
    guardian = Person.objects.get(name="李秀英")
    assert "李秀英 · 母亲" in shown
    assert reverse("people:person", args=[guardian.pk]) in shown
    assert PHONE not in shown
    assert guardian.phone == PHONE
    assert guardian not in adults(date.today())


def test_without_a_purpose_nothing_opens_and_nothing_is_written(manager, pupil):
    answer = add(signed_in(manager), pupil)

    assert answer.url == reverse("privacy:purpose", args=[pupil.pk])
    assert not Guardianship.objects.exists()


def test_a_colleague_reaches_no_part_of_it(office, pupil):
    add(office, pupil)
    colleague = signed_in(a_staff_member())

    assert add(colleague, pupil).status_code == 403
    assert colleague.get(reverse("people:person", args=[Person.objects.get(name="李秀英").pk])).status_code == 404


def test_whoever_has_the_name_or_the_phone_is_asked_about_first(office, pupil):
    named, phoned = a_staff_member(name="李秀英"), a_staff_member(name="李绣英", phone=PHONE)
    indexed(phoned).save()

    answer = add(office, pupil)

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "请选择是不是同一人" in text
    assert str(named.pk) in text and "李绣英 · 教职工 · 电话相同" in text
    assert not Guardianship.objects.exists()


def test_a_guardian_who_works_here_is_the_same_person_and_stays_a_colleague(office, pupil):
    teacher = a_staff_member(name="李秀英")
    an_account(teacher)

    add(office, pupil, known=str(teacher.pk))

    assert Guardianship.objects.get().guardian == teacher
    assert Person.objects.get(name="李秀英").phone == PHONE
    assert teacher in adults(date.today())
    assert "姓名" not in file_of(signed_in(a_staff_member()), teacher)


def test_somebody_else_of_the_name_is_another_person(office, pupil):
    teacher = a_staff_member(name="李秀英")

    add(office, pupil, known="new")

    assert Guardianship.objects.get().guardian != teacher
    assert Person.objects.filter(name="李秀英").count() == 2


def test_a_pupil_is_never_offered(office, pupil):
    a_pupil(a_class(number=2), name="李秀英")

    assert add(office, pupil).status_code == 302


def test_it_ends_on_a_day_and_leaves_the_teacher_her_account(office, pupil, manager):
    teacher = a_staff_member(name="李秀英")
    an_account(teacher)
    row = actions.name_guardian(pupil, guardian=teacher, relation="母亲", by=manager, at=AT)
    page = reverse("people:end", args=[pupil.pk, "guardians", row.pk])
    assert f'href="{page}"' in file_of(office, pupil)

    office.post(page, {"last_day": "2026-11-01"})

    row.refresh_from_db()
    assert row.to_day == date(2026, 11, 1)
    assert not Engagement.objects.filter(person=teacher, kind=EngagementKind.GUARDIAN, to_day__isnull=True).exists()
    assert Engagement.objects.filter(person=teacher, kind=EngagementKind.STAFF, to_day__isnull=True).exists()
    assert SchoolAccount.objects.filter(person=teacher).exists()
    assert AuditEntry.objects.filter(kind="people.guardian_ended", by=manager.pk).exists()


def test_ending_the_guardian_on_the_teachers_page_does_not_shut_her_out(pupil, manager):
    teacher = a_staff_member()
    an_account(teacher)
    actions.name_guardian(pupil, guardian=teacher, relation="父亲", by=manager, at=AT)
    row = Engagement.objects.get(person=teacher, kind=EngagementKind.GUARDIAN)

    actions.end_engagement(row, leaving=Leaving.OTHER, last_day=date(2026, 11, 1), by=manager, at=AT)

    assert SchoolAccount.objects.filter(person=teacher).exists()


def guardian_of(pupil, manager, name="李秀英"):
    guardian = actions.add_person(name=name, phone="", by=manager, at=AT)
    actions.name_guardian(pupil, guardian=guardian, relation="母亲", by=manager, at=AT)
    return guardian


def test_a_guardians_own_page_lists_the_children_behind_the_same_gate(pupil, manager):
    guardian, client = guardian_of(pupil, manager), signed_in(manager)
    page = reverse("people:person", args=[guardian.pk])
    assert client.get(page).url == reverse("privacy:purpose", args=[guardian.pk])
    sibling = a_pupil(a_class(number=3), name="张小北")
    actions.name_guardian(sibling, guardian=guardian, relation="", by=manager, at=AT)

    client.post(reverse("privacy:purpose", args=[guardian.pk]), {"purpose": Purpose.FAMILY})
    shown = client.get(page).content.decode()

    assert "在校子女" in shown and "张小南 · 母亲" in shown and "张小北" in shown
    assert reverse("people:person", args=[sibling.pk]) in shown
    assert [str(one.subject_id) for one in AccessEntry.objects.all()] == [str(guardian.pk)]
    assert client.get(reverse("people:person", args=[sibling.pk])).url == reverse("privacy:purpose", args=[sibling.pk])


def test_the_children_of_a_colleague_stand_among_what_is_sealed(pupil, manager):
    teacher, client = a_staff_member(), signed_in(manager)
    actions.name_guardian(pupil, guardian=teacher, relation="父亲", by=manager, at=AT)
    sealed = reverse("people:sealed", args=[teacher.pk])

    assert pupil.name not in file_of(client, teacher) and pupil.name not in file_of(signed_in(a_staff_member()), teacher)
    assert signed_in(teacher).get(sealed).status_code == 403
    client.post(reverse("privacy:purpose-sealed", args=[teacher.pk]), {"purpose": OF_ADULTS[0]})

    assert "张小南 · 父亲" in client.get(sealed).content.decode()


def test_children_begin_and_end_on_their_own_files(office, pupil, manager):
    guardian = guardian_of(pupil, manager)
    note_opening(guardian, part=OpenedPart.FILE, purpose=Purpose.FAMILY, by=manager, at=timezone.now())
    row = Guardianship.objects.get()

    assert office.get(reverse("people:begin", args=[guardian.pk, "children"])).status_code == 404
    assert office.get(reverse("people:end", args=[guardian.pk, "children", row.pk])).status_code == 404
    assert reverse("people:begin", args=[guardian.pk, "children"]) not in file_of(office, guardian)


def test_an_adult_has_no_guardians(office, manager):
    assert add(office, a_staff_member()).status_code == 404
    assert "监护人" not in file_of(office, a_staff_member())
