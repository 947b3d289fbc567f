"""What is about a child opens behind a purpose that is logged; what is past its term goes with all that hangs on it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.attachments.actions import attach
from navmark.foundation.attachments.models import Attachment
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.links.actions import link
from navmark.foundation.papers.models import Answers
from navmark.foundation.people.tests.factories import a_class, a_pupil, a_viewer, signed_in
from navmark.foundation.privacy.models import AccessEntry
from navmark.foundation.registers import actions, files, known, refusals
from navmark.foundation.registers.linked import named
from navmark.foundation.registers.models import Entry, Move
from navmark.foundation.registers.outcomes import outcomes
from navmark.foundation.registers.retention import retain_due
from navmark.foundation.registers.tests.scene import AT, an_entry, make_register, make_school, step
from navmark.foundation.registers.yearly import year_in_words
from navmark.foundation.tenancy.scope import within

MOVED = 302


@pytest.fixture
def here(inside):
    scene = make_school()
    scene.register.about_children, scene.register.years_kept, scene.register.roles = True, 3, ["about"]
    scene.register.save()
    known.renew()
    scene.child_class = a_class()
    scene.child = a_pupil(scene.child_class)
    scene.entry = an_entry(scene)
    head = actions.EntryHead(scene.whole, "谈话", AT.date(), scene.owner)
    actions.correct(scene.entry, head, hands={"about": [scene.child]}, by=scene.head, at=AT)
    return scene


def test_it_opens_after_the_purpose_was_said_and_logged_with_the_child(here, school):
    desk, address = signed_in(here.head), reverse("registers:entry", args=[here.entry.pk])
    for name in ("entry", "correct", "sheet"):
        assert "/purpose/?to=" in desk.get(reverse(f"registers:{name}", args=[here.entry.pk])).url
    with pytest.raises(PermissionDenied):
        files.seen_by(a_viewer(here.head), here.entry.pk)
    assert here.child.name not in desk.get(reverse("registers:list", args=["mending"])).content.decode()

    asked = reverse("registers:purpose", args=[here.entry.pk])
    assert "用途" in desk.get(asked).content.decode() or "查阅" in desk.get(asked).content.decode()
    assert desk.post(asked, {"purpose": "support"}).url == address
    page = desk.get(address)
    assert here.child.name in page.content.decode() and "no-store" in page["Cache-Control"]
    with within(school):
        assert {row.subject_id for row in AccessEntry.objects.filter(by=here.head.pk)} == {here.child.pk, here.entry.pk}


def test_no_title_names_the_child_and_the_trail_knows_who_came_and_went(here):
    named = actions.EntryHead(here.whole, f"与{here.child.name}谈话", AT.date(), here.owner)
    with pytest.raises(refusals.ChildNamed):  # lists, notices and what waits tell it without asking what for
        actions.add(here.register, named, {}, hands={"about": [here.child]}, by=here.head, at=AT)
    with pytest.raises(refusals.ChildNamed):
        actions.correct(here.entry, named, by=here.head, at=AT)
    assert (Entry.objects.get().title, AuditEntry.objects.filter(kind="registers.corrected").count()) == ("谈话", 1)

    head, other = actions.EntryHead(here.whole, "谈话", AT.date(), here.owner), a_pupil(here.child_class)
    actions.correct(here.entry, head, hands={"about": [other]}, by=here.head, at=AT)
    changes = AuditEntry.objects.filter(kind="registers.corrected").latest("id").facts["changes"]
    told = [one[1:3] for one in changes if one[0] == "registers.hand.person"]
    assert told == [[str(here.child.pk), None], [None, str(other.pk)]]


def test_nothing_that_is_gathered_elsewhere_tells_of_it(here):
    viewer, summary = a_viewer(here.head), make_register("summary", outcomes=True)
    own = an_entry(SimpleNamespace(**{**vars(here), "register": summary}), "学期小结")
    link(files.ENTRY, here.entry, [((files.ENTRY, own.pk), own.title)], by=here.head, at=AT)

    def told():
        return year_in_words(viewer, own), outcomes(viewer, own), named(viewer, ["entry:mending"], "谈话")

    assert told() == ("", [], [])
    here.register.about_children = False
    here.register.save()
    known.renew()
    assert all(told())


def test_it_goes_when_its_term_is_over_with_paper_files_and_steps(here):
    actions.take(here.entry, step("accept"), {"measure": "谈", "due": AT.date()}, by=here.owner, at=AT)
    Entry.objects.filter(pk=here.entry.pk).update(closed_at=AT)
    attach(SimpleUploadedFile("谈话.txt", "记录".encode()), owner_kind=files.ENTRY, owner_id=here.entry.pk, by=here.head, at=AT)
    still_open = an_entry(here, "另一次")

    assert retain_due(at=AT + timedelta(days=3 * 365)) == 0
    assert retain_due(at=AT + timedelta(days=3 * 365 + 2)) == 1
    assert [entry.pk for entry in Entry.objects.all()] == [still_open.pk]
    assert not Move.objects.exists() and not Attachment.objects.exists() and Answers.objects.get().source_id == still_open.pk
    assert retain_due(at=timezone.now()) == 0
