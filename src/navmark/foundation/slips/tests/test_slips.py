"""From the pile of slips to the list: who has none is not on it and is named; taken back as easily; a letter for each."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.printing.as_text import plain
from navmark.foundation.printing.sheet import Title
from navmark.foundation.privacy.models import Consent, ConsentPurpose
from navmark.foundation.registers import actions as entries
from navmark.foundation.slips import actions, refusals
from navmark.foundation.slips.forms import CareForm
from navmark.foundation.slips.retention import forget_due
from navmark.foundation.slips.sheets import letters
from navmark.foundation.slips.tests.scene import AT, COURSE, an_outing, pile_of
from navmark.foundation.slips.waiting import slips

OK, NO, NONE, UNFIT = 200, 403, 404, 422


@pytest.fixture
def here(inside):
    return an_outing()


def recorded(here, unit, *, slips, missing=()):
    return actions.record_slips(pile_of(here), unit, slips=slips, missing=missing, signed_on=AT.date(), by=here.owner, at=AT)


def test_a_pile_of_slips_is_recorded_at_once_and_who_has_none_is_left_out(here):
    unit = here.classes[0]
    lacks = pile_of(here).pupils[unit.pk][0]
    with pytest.raises(refusals.SlipsDiffer, match=r"3.*2"):
        recorded(here, unit, slips=3, missing={lacks.pk})
    assert recorded(here, unit, slips=2, missing={lacks.pk}) == 2

    listed, left_out = pile_of(here).of(unit)
    assert (len(listed), left_out) == (2, [lacks])
    assert [(line.pupils, line.signed, line.open) for line in pile_of(here).lines()] == [(3, 2, 1), (3, 0, 3)]
    assert recorded(here, unit, slips=1) == 1
    assert pile_of(here).of(unit)[1] == []
    assert [one.place for one in slips(None, AT.date())] == [here.classes[1].pk]  # nothing more to tell the other class teacher

    entries.take(here.entry, COURSE.step("end"), by=here.owner, at=AT)
    with pytest.raises(refusals.ListClosed):
        recorded(here, here.classes[1], slips=3)
    assert list(slips(None, AT.date())) == []


def test_a_consent_withdrawn_takes_the_child_off_with_a_note_and_what_was_written_beside_it_goes(here):
    unit = here.classes[0]
    recorded(here, unit, slips=3)
    child = pile_of(here).pupils[unit.pk][0]
    with pytest.raises(refusals.NoteWithoutConsent):
        actions.note_care(pile_of(here), child, "过敏", is_signed=False, by=here.owner, at=AT)
    actions.note_care(pile_of(here), child, "过敏", is_signed=True, by=here.owner, at=AT)
    assert pile_of(here).cared == {child.pk}
    entries.take(here.entry, COURSE.step("end"), by=here.owner, at=AT)

    actions.take_back(pile_of(here), child, why="家长来电", on=AT.date(), by=here.owner, at=AT)  # also when it is over
    pile = pile_of(here)
    assert pile.of(unit)[1] == [child] and pile.taken_back[child.pk].why == "家长来电" and not pile.cared
    rows = Consent.objects.filter(person=child)
    assert {(one.withdrawn_on, one.words) for one in rows} == {(AT.date(), None)}
    assert {one.purpose for one in rows} == set(ConsentPurpose)


def test_what_care_is_needed_is_deleted_after_its_day(here):
    recorded(here, here.classes[0], slips=3)
    child = pile_of(here).pupils[here.classes[0].pk][0]
    with pytest.raises(refusals.NoteWithoutConsent):  # no slip of hers lies there
        actions.note_care(pile_of(here), here.pupils[here.classes[1].pk][0], "过敏", is_signed=True, by=here.owner, at=AT)
    actions.note_care(pile_of(here), child, "花粉过敏", is_signed=True, by=here.owner, at=AT)

    assert forget_due(at=AT + timedelta(days=3)) == 0
    assert forget_due(at=AT + timedelta(days=4)) == 1
    assert not pile_of(here).cared and AuditEntry.objects.filter(kind="slips.care_forgotten").count() == 1


def test_the_letter_names_the_child_whose_slip_is_not_there_and_says_what_is_free_and_what_is_kept(here):
    unit = here.classes[0]
    first, *others = pile_of(here).pupils[unit.pk]
    recorded(here, unit, slips=1, missing={one.pk for one in others})

    sheet = letters(pile_of(here), unit)
    said = plain(sheet)
    assert sum(isinstance(block, Title) for block in sheet.blocks) == len(others)
    assert all(f"四年级(1)班{one.name}家长" in said and f"学生：{one.name}" in said for one in others) and first.name not in said
    for words in ("纪念馆", "自愿参加", "不影响任何评价", "随时告知班主任撤回", "办结3年后删除"):
        assert words in said
    recorded(here, unit, slips=2)
    assert first.name in plain(letters(pile_of(here), unit))  # all are there: printed again, for the whole class


def test_names_open_to_keeper_and_class_teacher_after_the_purpose_and_to_nobody_else(here):
    child = pile_of(here).pupils[here.classes[0].pk][0]
    recorded(here, here.classes[0], slips=2, missing={child.pk})
    other = pile_of(here).of(here.classes[0])[0][0]
    first, second = (unit.pk for unit in here.classes)
    asked = {
        "list": ("list",), "slips": ("class", first), "other": ("class", second), "off": ("off", other.pk),
        "care": ("care", other.pk), "letters": ("letters", first), "docx": ("letters_docx", first),
    }  # fmt: skip
    addresses = {key: reverse(f"slips:{name}", args=[here.entry.pk, *more]) for key, (name, *more) in asked.items()}
    found, bodies = {}, {}
    for person in (here.owner, here.teacher, here.stranger):
        desk = signed_in(person)
        gate = desk.get(addresses["slips"]).url
        shown = desk.get(reverse("slips:entry", args=[here.entry.pk])).content.decode()
        assert not any(one.name in shown for some in here.pupils.values() for one in some)
        assert desk.post(gate, {"purpose": "safety"}).url == addresses["slips"]  # on to the page that was asked for
        for name, address in addresses.items():
            answer = desk.get(address)
            bodies.setdefault(name, answer.getvalue())
            found.setdefault(name, []).append(answer.status_code)

    assert found == {
        "list": [OK, NO, NO], "slips": [OK, OK, NO], "other": [OK, NO, NO], "off": [OK, OK, NONE], "care": [OK, OK, NONE],
        "letters": [OK, OK, NO], "docx": [OK, OK, NO],
    }  # fmt: skip
    assert "不能列入名单" in bodies["list"].decode() and child.name in bodies["list"].decode()
    assert any(child.name in cell.text for table in Document(BytesIO(bodies["docx"])).tables for cell in table._cells)
    with pytest.raises(refusals.NoteWithoutConsent) as refused:
        actions.note_care(pile_of(here), other, "过敏", is_signed=False, by=here.owner, at=AT)
    assert refused.value.field in CareForm.base_fields
    answer = signed_in(here.owner).post(addresses["slips"], {"slips": "3", "signed_on": "2026-11-23"})
    assert answer.status_code == UNFIT and "再数" in answer.content.decode()
