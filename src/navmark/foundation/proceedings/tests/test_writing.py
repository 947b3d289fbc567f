"""Two who write the same text: whoever saves later sees both versions, and nothing is written over unseen."""

import pytest
from django.urls import reverse

from navmark.foundation.activities.tests.factories import ALL, DURING
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.proceedings.actions import writing
from navmark.foundation.proceedings.models import AgendaItem, Speech
from navmark.foundation.proceedings.tests.factories import a_meeting
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.ui.refusals import Stale

QUIETLY = {"X-Autosave": "1"}


@pytest.fixture
def item(branch):
    return AgendaItem.objects.get(part__activity=a_meeting(branch, ALL.code))


def page_of_item(item):
    return reverse("proceedings:item_save", args=[item.pk])


def values(item, points, revision):
    return {"title": item.title, "points": points, "revision": str(revision)}


def test_whoever_saves_later_sees_both_versions_and_saves_the_one_she_chooses(item, clerk, secretary):
    signed_in(clerk).post(page_of_item(item), values(item, "先写的", 1))
    second = signed_in(secretary)
    answer = second.post(page_of_item(item), values(item, "后写的", 1))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "先写的" in page and "后写的" in page
    assert AgendaItem.fresh(item.pk).points == "先写的"

    second.post(page_of_item(item), values(item, "先写的，后写的", answer.context["revision"]))
    assert AgendaItem.fresh(item.pk).points == "先写的，后写的"


def test_a_save_while_typing_costs_little_beside_twenty_four_who_sign_in(item, clerk, sql_of):
    client = signed_in(clerk)
    client.post(page_of_item(item), values(item, "先写的", 1), headers=QUIETLY)

    def save():
        assert client.post(page_of_item(item), values(item, "再写的", 2), headers=QUIETLY).status_code == 204

    assert sql_of(save) <= 13  # who she is: 4; what she may write: 3; whom it may name: 2; its words and their trail: 4


def test_both_versions_name_only_what_differs(item, clerk, secretary):
    signed_in(clerk).post(page_of_item(item), values(item, "先写的", 1) | {"reporter": secretary.name})

    answer = signed_in(secretary).post(page_of_item(item), values(item, "后写的", 1))

    assert answer.context["saved"] == [("汇报人", secretary), ("要点", "先写的")]


def test_the_script_is_told_in_words_and_gets_no_page(item, clerk):
    writing.write_item(item, revision=1, points="先写的", by=clerk, at=DURING)

    answer = signed_in(clerk).post(page_of_item(item), values(item, "后写的", 1), headers=QUIETLY)

    assert (answer.status_code, answer["Content-Type"]) == (409, "text/plain; charset=utf-8")
    assert "他人" in answer.content.decode()


def test_the_same_text_from_an_older_page_is_nobodys_change(item, clerk, secretary):
    writing.write_item(item, revision=1, points="同一句", by=clerk, at=DURING)
    written = AuditEntry.objects.filter(kind="proceedings.written").count()

    answer = signed_in(secretary).post(page_of_item(item), values(item, "同一句 ", 1), headers=QUIETLY)

    assert (answer.status_code, answer["X-Revision"]) == (204, "2")
    assert AuditEntry.objects.filter(kind="proceedings.written").count() == written


def test_a_locked_record_is_no_second_version(item, clerk, secretary):
    record = signing.submit(record_of(item.part.activity), by=clerk, at=DURING)
    signing.lock(record, snapshot={"1": {}}, by=secretary, at=DURING)

    answer = signed_in(clerk).post(page_of_item(item), values(item, "后写的", 1), headers=QUIETLY)

    assert answer.status_code == 422
    assert "锁定" in answer.content.decode()


def test_what_is_wrong_is_corrected_on_the_revision_it_was_typed_on(item, clerk):
    answer = signed_in(clerk).post(page_of_item(item), {"title": "", "points": "要点", "revision": "1"})

    assert answer.status_code == 422
    assert '<input type="hidden" name="revision" value="1">' in answer.content.decode()


def test_an_older_page_does_not_write_over_what_was_taken_back_and_said_anew(item, clerk, secretary):
    def say(text, revision):
        return writing.write_speech(item, secretary, text=text, revision=revision, by=clerk, at=DURING)

    first = say("同意", 0)
    say("", first.revision)
    assert AgendaItem.fresh(item.pk).spoken == []
    say("再想一想", first.revision + 1)

    with pytest.raises(Stale):
        say("同意，补充一点", first.revision)
    assert Speech.objects.get().text == "再想一想"
