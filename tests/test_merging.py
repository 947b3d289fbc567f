"""Two rows of one person become one in every room, and are two again as they were. The rows are those of all rooms: so this
stands here and not beside the code."""

import json
from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.actions import plan
from navmark.foundation.activities.models import Attendance
from navmark.foundation.activities.tests.factories import a_plan
from navmark.foundation.audit.queries import history_of
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.waiting import refresh_everything
from navmark.foundation.papers.models import Answers
from navmark.foundation.people.merging import actions
from navmark.foundation.people.merging.pointers import keys_to
from navmark.foundation.people.merging.twins import twins
from navmark.foundation.people.models import (
    Engagement,
    Guardianship,
    Merger,
    Namesakes,
    Person,
    Post,
    PostKind,
    Precision,
    SchoolAccount,
    Unit,
    UnitMembership,
)
from navmark.foundation.people.refusals import ChildAndAdult, DayIsOver, KeptApart, ShownAsTwo, TwoPlaces
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_person,
    a_post,
    a_pupil,
    a_staff_member,
    an_account,
    holder,
    signed_in,
)
from navmark.foundation.privacy.models import AccessEntry
from navmark.foundation.records.models import Record
from navmark.foundation.registers import actions as registers
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.tests.scene import PAPER, make_register
from navmark.foundation.tenancy.models import SchoolOwned

NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def test_every_foreign_key_to_a_person_is_known():
    there = {(one.related_model, one.field.name) for one in Person._meta.get_fields(include_hidden=True) if one.auto_created}
    assert {(one.model, one.name) for one in keys_to(Person)} == there and len(there) > 30


@pytest.fixture
def clerk(inside):
    a_branch(members=6, groups=1)
    return holder(PostKind.CLERK)


@pytest.fixture
def two(clerk):
    """One person twice: both on a roll, both with an account, the second with an entry, an answer and a file that was opened."""
    kept, gone = (one.person for one in Engagement.objects.filter(person__party_statuses__isnull=False).order_by("id")[4:6])
    branch = Unit.objects.get(kind="branch")
    activity = plan(a_plan(branch), by=clerk, at=NOW)
    Attendance.objects.filter(person=gone).update(presence="present", marked_by=gone.pk, marked_at=NOW, method="own")
    one = make_register(paper=PAPER | {"who": {"type": "people", "of": "staff", "label": "参与人"}}, owned=True)
    whole = Unit.objects.create(kind="school", name="启明实验小学")
    head = EntryHead(whole, "走廊灯不亮", TODAY, gone)
    answers = {"problem": "东侧两盏", "who": (str(kept.pk), str(gone.pk))}
    registers.add(one, head, answers, hands={"helper": [gone]}, by=gone, at=NOW)
    Record.objects.create(
        owner_kind="test", owner_id=activity.pk, state="locked", submitted_by=gone.pk, submitted_at=NOW, locked_by=clerk.pk,
        locked_at=NOW, snapshot={"who": str(gone.pk)},
    )  # fmt: skip
    AccessEntry.objects.create(
        at=NOW, by=clerk.pk, subject_kind="people.person", subject_id=gone.pk, part="file", purpose="records"
    )
    an_account(kept, login="kept"), an_account(gone, login="gone")
    Person.objects.filter(pk=kept.pk).update(phone="13800001234", job="语文")
    Person.objects.filter(pk=gone.pk).update(
        phone="13900001234", job="数学", staff_number="T9", extra=json.dumps({"校车": "二号"})
    )
    refresh_everything(at=NOW)
    return Person.objects.get(pk=kept.pk), Person.objects.get(pk=gone.pk)


def rows():
    """Every row of the school but the trail and what is known of mergings."""
    ours = [
        one for one in apps.get_models() if issubclass(one, SchoolOwned) and one._meta.app_label != "audit" and one is not Merger
    ]
    return {one._meta.label: sorted(map(str, (values(row) for row in one._base_manager.all()))) for one in ours}


def values(row):
    """What waits is derived: the same row may be another one of the same words."""
    fields = row._meta.concrete_fields[isinstance(row, Duty) :]
    return [(field.attname, field.value_from_object(row)) for field in fields]


def test_everything_becomes_one_and_is_two_again_as_it_was(clerk, two):
    kept, gone = two
    before, snapshot = rows(), Record.objects.get().snapshot
    client = signed_in(clerk)
    page = reverse("people:merge", args=[gone.pk, kept.pk])
    shown = client.get(page).content.decode()
    assert [words for words in ("到会登记", "条目", "十一月的会", "…1234", "语文", "数学") if words not in shown] == []
    assert "13800001234" not in shown
    assert all(reverse("people:person", args=[one.pk]) in shown for one in two)
    assert rows() == before | {"people.SchoolAccount": rows()["people.SchoolAccount"]}  # the clerk's own is new
    before = rows()
    assert client.post(page, {"job": "kept"}).status_code == 422  # each field in which both differ is chosen

    assert client.post(page, {"job": "gone", "phone": "kept", "name": "kept", "account": "gone"}).status_code == 302
    one = Person.objects.get(pk=kept.pk)
    assert (one.job, one.phone, one.staff_number, one.extras) == ("数学", "13800001234", "T9", {"校车": "二号"})
    assert not Person.objects.filter(pk=gone.pk).exists()
    assert [row.presence for row in Attendance.objects.filter(person=kept)] == ["present"]
    assert SchoolAccount.objects.get(person=kept).account.login == "gone"
    entry = Entry.objects.get()
    assert entry.owner == kept and entry.made_by == kept.pk and [hand.person for hand in entry.hands.all()] == [kept]
    assert Answers.objects.get(source_id=entry.pk).open["who"] == [str(kept.pk)]
    assert AccessEntry.objects.get(part="file").subject_id == kept.pk
    assert Record.objects.get().snapshot == snapshot and Record.objects.get().submitted_by == kept.pk
    assert "people.merged" in {row.kind for row in history_of(kept)}

    merger = reverse("people:merged", args=[Merger.objects.get().pk])
    assert merger in client.get(reverse("people:person", args=[kept.pk])).content.decode()
    assert client.post(merger).status_code == 302
    after = rows()
    assert {name: (after[name], there) for name, there in before.items() if after[name] != there} == {}
    assert not Merger.objects.get().memory and "people.parted" in {row.kind for row in history_of(kept)}


def test_they_are_told_apart_on_the_same_day_only_and_what_was_remembered_is_forgotten(clerk, two):
    chosen = {"job": "kept", "phone": "kept", "name": "kept", "account": "kept"}
    merger = actions.merge(*two, chosen=chosen, by=clerk, at=NOW).merger
    with pytest.raises(DayIsOver):
        actions.part(merger, by=clerk, at=NOW + timedelta(days=1))
    actions.forget_mergers(NOW + timedelta(days=1))
    assert Merger.objects.get().memory is None


def test_two_people_are_not_made_one(clerk):
    one, other = a_staff_member(), a_staff_member()
    child, second = a_pupil(a_class()), a_pupil(a_class(number=2))
    Guardianship.objects.create(guardian=one, child=child)
    Guardianship.objects.create(guardian=other, child=one)
    a_post(one, PostKind.ADMINISTRATOR), a_post(clerk, PostKind.AUDITOR)
    for pair, refusal in (
        ((child, second), TwoPlaces),
        ((one, child), ChildAndAdult),
        ((one, clerk), KeptApart),
        ((one, other), ShownAsTwo),
    ):
        with pytest.raises(refusal):
            actions.foreseen(*pair, on=TODAY)
    assert Post.objects.filter(person=one).exists() and UnitMembership.objects.filter(person=child).exists()


def test_twins_are_proposed_by_a_second_thing_and_families_behind_a_purpose(clerk):
    born = {"born": TODAY.replace(year=1988), "born_precision": Precision.DAY}
    plain = [a_staff_member(name="王芳") for _time in range(2)]
    alike = [a_staff_member(name="李静", phone=phone) for phone in ("13800001234", "0532-81234")]
    same_day = [a_staff_member(name="赵敏", **born) for _time in range(2)]
    numbered = [a_staff_member(name="钱进", staff_number=number, **born) for number in ("1", "2")]
    children = [
        a_pupil(a_class(), name="孙小小", pupil_number="", **born),
        a_pupil(a_class(number=2), name="孙小小", pupil_number="", **born),
    ]
    a_person(name="孙小小", **born)
    assert {frozenset((pair.one, pair.other)) for pair in twins()} == {frozenset(children), frozenset(alike), frozenset(same_day)}
    client, page = signed_in(clerk), reverse("people:twins")
    shown = client.get(page).content.decode()
    assert (
        "李静" in shown
        and "赵敏" in shown
        and "孙小小" not in shown
        and plain[0].name not in shown
        and numbered[0].name not in shown
    )
    wanted = f"{page}?of=families"
    asked = reverse("privacy:purpose-list", query={"next": wanted})
    assert client.get(wanted).url == asked
    assert client.get(reverse("people:merge", args=[children[0].pk, children[1].pk])).url == reverse(
        "privacy:purpose", args=[children[0].pk]
    )
    assert (
        reverse("people:merge", args=[plain[0].pk, plain[1].pk])
        in client.get(reverse("people:merge-with", args=[plain[0].pk])).content.decode()
    )
    assert client.post(asked, {"purpose": "safety"}).url == wanted  # and not the list of all pupils
    away = reverse("privacy:purpose-list", query={"next": "https://example.com/"})
    assert client.post(away, {"purpose": "safety"}).url == reverse("people:list", query={"tab": "pupils"})


def test_who_was_said_to_be_two_is_proposed_no_more_until_they_are_alike_in_something_else(clerk):
    one, other = (a_staff_member(name="王芳", phone="13800001234") for _time in range(2))
    desk, page = signed_in(clerk), reverse("people:twins")
    compared = reverse("people:merge", args=[other.pk, one.pk])
    said = reverse("people:two", args=[one.pk, other.pk])
    assert said in desk.get(compared).content.decode()
    assert "以后不再提示" in desk.post(said, follow=True).content.decode() and desk.post(said).status_code == 302

    (row,) = Namesakes.objects.all()
    back = reverse("people:two-no-more", args=[row.pk])
    assert twins() == [] and f"{clerk.name}确认" in desk.get(page).content.decode()
    compared = desk.get(compared).content.decode()  # whichever of them is named first
    assert "同名两人" in compared and back in compared and said not in compared
    assert "people.two" in {entry.kind for entry in history_of(one)}

    Person.objects.filter(name="王芳").update(born=TODAY.replace(year=1988), born_precision=Precision.DAY)
    assert [(pair.one, pair.other) for pair in twins()] == [(one, other)]
    desk.post(said)
    assert twins() == []
    assert desk.post(back).status_code == 302 and len(twins()) == 1 and not Namesakes.objects.exists()
