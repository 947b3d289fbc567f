"""The purpose is asked before a file opens: once per viewer, file and day; until then nothing of the file is shown."""

from datetime import timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people import files
from navmark.foundation.people.models import Engagement, EngagementKind, PostKind
from navmark.foundation.people.tests.factories import (
    a_class,
    a_person,
    a_post,
    a_pupil,
    a_staff_member,
    an_administrator,
    signed_in,
)
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.models import AccessEntry, OpenedPart, Purpose
from navmark.foundation.privacy.queries import lines_of
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.tests.markup import tight

SECRET = {"phone": "13900000001", "address": "湖边路1号", "id_number": "370000201601011234"}


@pytest.fixture
def manager(inside):
    return an_administrator(name="关力")


@pytest.fixture
def office(manager):
    return signed_in(manager)


@pytest.fixture
def pupil(inside):
    return a_pupil(a_class(), name="张小南", **SECRET)


def a_guardian(**fields):
    person = a_person(**fields)
    Engagement.objects.create(person=person, kind=EngagementKind.GUARDIAN)
    return person


def page(name: str, person, *rest) -> str:
    return reverse(name, args=[person.pk, *rest])


def answer_with(client, person, purpose=Purpose.FAMILY, *, name="privacy:purpose", **words):
    return client.post(page(name, person), {"purpose": purpose, **words})


def ways_in(person) -> dict[str, str]:
    """Every page about this person, with where the purpose is asked first."""
    asked, sealed = page("privacy:purpose", person), page("privacy:purpose-sealed", person)
    end = page("people:end", person, "engagements", person.engagements.get().pk)
    ways = {page("people:person", person): asked, page("people:sealed", person): sealed, end: asked}
    ways |= {page("people:change", person, "details"): asked, page("people:change", person, "sealed"): sealed}
    return ways | {page("people:begin", person, "units"): asked}


def test_no_page_about_a_child_opens_before_the_purpose_is_named(office, pupil):
    for way, asked in ways_in(pupil).items():
        answer = office.get(way)
        assert (answer.status_code, answer.headers.get("Location")) == (302, asked), way
        assert "张小南" not in answer.content.decode()
        if way != page("people:sealed", pupil):
            assert office.post(way, {"phone": "1", "last_day": "2026-11-24"}).headers.get("Location") == asked, way
    assert not AccessEntry.objects.exists()


def test_the_page_that_asks_names_the_class_not_the_child_and_chooses_nothing(office, pupil):
    text = office.get(page("privacy:purpose", pupil)).content.decode()

    assert "一年级(1)班一名学生" in text and "checked" not in text
    assert not any(secret in text for secret in (*SECRET.values(), "张小南", pupil.pupil_number))
    assert not AccessEntry.objects.exists()


def test_the_purpose_opens_every_page_for_the_day_and_stands_in_log_and_trail(office, pupil, manager):
    answer = answer_with(office, pupil, Purpose.OTHER, words="转学手续")

    assert answer.headers["Location"] == page("people:person", pupil)
    assert [office.get(way).status_code for way in ways_in(pupil)] == [200] * 6
    rows = AccessEntry.objects.order_by("id")
    told = [(row.by, row.subject_kind, row.subject_id, row.part, row.purpose, row.words) for row in rows]
    opened = (manager.pk, "people.person", pupil.pk)
    assert told == [(*opened, part, "other", "转学手续") for part in (OpenedPart.FILE, OpenedPart.SEALED)]
    trail = AuditEntry.objects.filter(kind="privacy.opened", subject_id=pupil.pk, by=manager.pk)
    assert [entry.facts for entry in trail.order_by("id")] == [{"part": part, "purpose": "other"} for part in ("file", "sealed")]


def test_no_pupil_stands_in_the_list_by_name_before_its_purpose_is_named(office, pupil, manager):
    pupils, asked = reverse("people:list") + "?tab=pupils", reverse("privacy:purpose-list")
    assert office.get(pupils).headers["Location"] == asked
    assert office.post(asked, {"purpose": ""}).status_code == 422

    assert office.post(asked, {"purpose": Purpose.SAFETY}).headers["Location"] == pupils

    assert "张小南" in office.get(pupils).content.decode()
    assert office.get(page("people:person", pupil)).status_code == 302, "each file still asks for itself"
    row = AccessEntry.objects.get()
    assert (row.by, row.subject_id, row.part, row.purpose) == (manager.pk, manager.school_id, OpenedPart.LIST, Purpose.SAFETY)
    assert signed_in(an_administrator()).get(pupils).status_code == 302


def test_a_class_teacher_reads_the_names_of_her_class_once_she_has_said_what_for_and_nobody_elses(inside, office, manager):
    klass, other = a_class(), a_class(number=2)
    names = [a_pupil(klass).name for _place in range(2)] + [a_pupil(other).name]
    teacher, colleague = a_staff_member(name="朱琪梅"), a_staff_member()
    a_post(teacher, PostKind.CLASS_TEACHER, unit=klass)
    hers, room = signed_in(teacher), page("people:unit", klass)
    pupils, asked = page("people:pupils", klass), page("privacy:purpose-class", klass)
    assert "2名学生" in tight(hers.get(room).content.decode()) and pupils in hers.get(room).content.decode()
    for client, of in ((hers, other), (signed_in(colleague), klass)):
        assert page("people:pupils", of) not in client.get(page("people:unit", of)).content.decode()
        assert [client.get(page(name, of)).status_code for name in ("people:pupils", "privacy:purpose-class")] == [403, 403]
    assert hers.get(pupils).headers["Location"] == asked and hers.get(page("people:pupils", colleague)).status_code == 404
    assert hers.post(asked, {"purpose": ""}).status_code == 422 and not AccessEntry.objects.exists()

    assert hers.post(asked, {"purpose": Purpose.FAMILY}).headers["Location"] == pupils

    answer = hers.get(pupils)
    text = answer.content.decode()
    assert [name in text for name in names] == [True, True, False] and "no-store" in answer.headers["Cache-Control"]
    assert "/people/" + str(klass.memberships.first().person_id) not in text, "a name leads her to no file"
    row = AccessEntry.objects.get()
    assert (row.by, row.subject_id, row.part, row.purpose) == (teacher.pk, klass.pk, OpenedPart.LIST, Purpose.FAMILY)
    assert lines_of([row])[0].whose == "一年级(1)班学生"
    office.post(reverse("privacy:purpose-list"), {"purpose": Purpose.SAFETY})
    assert names[0] in office.get(pupils).content.decode(), "whoever opened the list of all is not asked for a class of it"


def test_it_is_asked_again_the_next_day_of_another_viewer_and_of_another_child(office, pupil, manager):
    other, colleague = a_pupil(a_class(number=2)), signed_in(an_administrator())
    yesterday = timezone.now() - timedelta(days=1)
    note_opening(pupil, part=OpenedPart.FILE, purpose=Purpose.FAMILY, by=manager, at=yesterday)
    assert office.get(page("people:person", pupil)).status_code == 302

    answer_with(office, pupil)

    assert office.get(page("people:person", pupil)).status_code == 200
    assert office.get(page("people:person", other)).status_code == 302
    assert colleague.get(page("people:person", pupil)).status_code == 302


NO_PURPOSE = ({"purpose": ""}, {"purpose": "curiosity"}, {"purpose": "other"}, {"purpose": "other", "words": "  "})


@pytest.mark.parametrize("given", [*NO_PURPOSE, {"purpose": Purpose.RECORDS}])
def test_what_names_no_purpose_opens_nothing(office, pupil, given):
    assert office.post(page("privacy:purpose", pupil), given).status_code == 422
    assert not AccessEntry.objects.exists()
    assert office.get(page("people:person", pupil)).status_code == 302


def test_an_action_refuses_a_row_without_purpose(inside, pupil):
    for purpose, words in (("curiosity", "x"), (Purpose.OTHER, " ")):
        with pytest.raises(ValueError, match="names no purpose"):
            note_opening(pupil, part=OpenedPart.FILE, purpose=purpose, words=words, by=None, at=timezone.now())


def test_an_adults_page_asks_nothing_and_the_sealed_fields_do(office, inside):
    colleague = a_staff_member(**SECRET)
    assert office.get(page("people:person", colleague)).status_code == 200
    assert office.get(page("privacy:purpose", colleague)).status_code == 404
    assert office.get(page("people:sealed", colleague)).headers["Location"] == page("privacy:purpose-sealed", colleague)

    answer_with(office, colleague, Purpose.RECORDS, name="privacy:purpose-sealed")

    answer = office.get(page("people:sealed", colleague))
    assert SECRET["phone"] in answer.content.decode() and "no-store" in answer.headers["Cache-Control"]
    assert AccessEntry.objects.get().part == OpenedPart.SEALED


def test_a_guardians_file_is_closed_to_colleagues_and_asks_those_who_manage(office, inside):
    guardian, colleague = a_guardian(name="张大南"), signed_in(a_staff_member())

    assert colleague.get(page("people:person", guardian)).status_code == 404
    assert office.get(page("people:person", guardian)).headers["Location"] == page("privacy:purpose", guardian)


def test_a_teacher_whose_child_goes_to_this_school_stays_a_colleague(inside):
    teacher, colleague = a_staff_member(), signed_in(a_staff_member())
    Engagement.objects.create(person=teacher, kind=EngagementKind.GUARDIAN)

    assert colleague.get(page("people:person", teacher)).status_code == 200


def test_the_foot_of_the_file_says_who_opened_it_and_for_what(office, pupil, manager):
    at = timezone.now() - timedelta(days=3)
    note_opening(pupil, part=OpenedPart.SEALED, purpose=Purpose.AUTHORITY, by=an_administrator(name="程文"), at=at)
    answer_with(office, pupil)

    text = tight(office.get(page("people:person", pupil)).content.decode())

    assert text.index("谁看过") < text.index("关力 · 档案 · 家校联系") < text.index("程文 · 密封信息 · 应主管部门要求")


def test_a_colleague_without_the_office_sees_no_foot(office, manager, inside):
    colleague = a_staff_member()
    note_opening(colleague, part=OpenedPart.SEALED, purpose=Purpose.RECORDS, by=manager, at=timezone.now())

    assert "谁看过" in office.get(page("people:person", colleague)).content.decode()
    assert "谁看过" not in signed_in(a_staff_member()).get(page("people:person", colleague)).content.decode()


def test_a_childs_file_asks_for_no_post_and_no_party_status(office, pupil):
    answer_with(office, pupil)
    shown = [section.code for section in office.get(page("people:person", pupil)).context["sections"]]
    assert shown == ["units", "absences", "engagements", "guardians"]

    a_post(pupil, PostKind.CLASS_TEACHER)  # by mistake: then it must be seen

    assert "posts" in [section.code for section in office.get(page("people:person", pupil)).context["sections"]]


@pytest.mark.parametrize("name", ["privacy:purpose", "privacy:purpose-sealed", "people:person", "people:sealed"])
def test_another_schools_child_does_not_exist(name, office, neighbour):
    with within(neighbour):
        stranger = a_pupil(a_class())

    assert office.get(page(name, stranger)).status_code == 404
    if name.startswith("privacy"):
        assert answer_with(office, stranger, name=name).status_code == 404
    with within(neighbour):
        assert not AccessEntry.objects.exists()


def test_a_role_that_ended_closes_the_file_whatever_was_named_before(office, pupil, manager):
    answer_with(office, pupil)
    manager.posts.update(to_day=timezone.localdate() - timedelta(days=1))

    assert office.get(page("people:person", pupil)).status_code == 404
    assert office.get(page("people:sealed", pupil)).status_code == 403


def test_without_a_gate_no_file_opens(office, pupil, monkeypatch):
    monkeypatch.setattr(files, "_keepers", [])

    with pytest.raises(ImproperlyConfigured):
        office.get(page("people:person", pupil))


def test_a_class_teacher_has_no_way_in(inside):
    klass = a_class()
    teacher, child = a_staff_member(), a_pupil(klass)
    a_post(teacher, PostKind.CLASS_TEACHER, unit=klass)

    assert signed_in(teacher).get(page("people:person", child)).status_code == 404
    assert signed_in(teacher).get(page("privacy:purpose", child)).status_code == 403
