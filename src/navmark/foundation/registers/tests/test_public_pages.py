"""What a keeper has approved is read by whoever scans the code: that and nothing else, until it is taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from navmark.foundation.attachments.actions import attach
from navmark.foundation.attachments.tests.photographs import a_jpeg, a_png
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.tests.factories import a_class, a_pupil, signed_in
from navmark.foundation.registers import actions, refusals
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import PublicPage
from navmark.foundation.registers.tests.scene import AT, PAPER, an_entry, make_register, make_school
from navmark.foundation.tenancy.scope import within

FOUND, REFUSED = 200, 422


@pytest.fixture
def here(inside):
    scene = make_school()
    scene.register.public = ["problem"]
    scene.register.save()
    scene.panel = an_entry(scene, "建校的三间土屋", problem="两位老师", measure="不公开的话")
    return scene


def reader() -> str:
    answer = Client().get(reverse("registers:public", args=[PublicPage.objects.get().token]))
    return answer.content.decode() if answer.status_code == 200 else ""


def status(address: str) -> int:
    answer = Client().get(address)
    return answer.status_code if answer.status_code != FOUND or b"".join(answer.streaming_content) else 0


def test_only_what_was_approved_is_read_and_nothing_after_it_is_taken_back(here, school):
    page = actions.publish(here.panel, by=here.head, at=AT)
    answer = Client().get(reverse("registers:public", args=[page.token]))
    assert "noindex" in answer["X-Robots-Tag"] and "no-cache" in answer["Cache-Control"] and not answer.cookies
    assert all(words in answer.content.decode() for words in (here.panel.title, "两位老师", "11月23日"))
    assert not any(words in answer.content.decode() for words in ("不公开的话", here.owner.name, here.head.name))

    actions.correct(here.panel, EntryHead(here.whole, "改了标题", AT.date(), here.owner), by=here.head, at=AT)
    assert "建校的三间土屋" in reader() and "改了标题" not in reader()
    assert actions.publish(here.panel, by=here.head, at=AT).token == page.token and "改了标题" in reader()
    assert actions.withdraw(here.panel, by=here.head, at=AT) and not actions.withdraw(here.panel, by=here.head, at=AT)
    assert reader() == ""
    assert (
        AuditEntry.objects.filter(subject_id=here.panel.pk, kind__in=("registers.published", "registers.withdrawn")).count() == 3
    )
    assert Client().get(reverse("registers:public", args=["elsewhere"])).status_code == 404


def test_what_is_closed_or_no_more_open_by_its_register_is_gone_at_once(here):
    actions.publish(here.panel, by=here.head, at=AT)
    type(here.panel).objects.filter(pk=here.panel.pk).update(closed_at=AT)
    assert reader() == ""
    with pytest.raises(refusals.GoneOn):
        actions.publish(here.panel, by=here.head, at=AT)
    type(here.panel).objects.filter(pk=here.panel.pk).update(closed_at=None)
    assert reader()
    here.register.public = ["measure"]
    here.register.save()
    assert reader() == ""


def test_a_name_that_a_pupil_bears_is_asked_about_and_the_label_bears_the_code(here, school):
    child = a_pupil(a_class(), name="王小明")
    panel = an_entry(here, "好少年", problem=f"{child.name}拾金不昧")
    desk, address = signed_in(here.head), reverse("registers:publish", args=[panel.pk])
    assert child.name in desk.get(address).content.decode()
    assert desk.post(address).status_code == REFUSED and not PublicPage.objects.exists()
    assert desk.post(reverse("registers:publish", args=[here.panel.pk])).status_code == 302

    labels = desk.get(reverse("registers:labels", args=["mending"])).content.decode()
    assert "建校的三间土屋" in labels and "好少年" not in labels and labels.count("<svg") >= 1
    with within(school):
        assert desk.get(reverse("registers:entry", args=[here.panel.pk])).context["public"].is_current


def test_its_picture_is_seen_as_long_as_the_page_is_open_and_no_other_file(here):
    known = {"problem": PAPER["problem"], "picture": {"type": "picture", "label": "展板照片"}}
    here.register = make_register("panels", paper=known, public=["problem", "picture"], numbered=False)
    panel = an_entry(here, "英雄长廊", problem="两位老师")
    told = {"owner_kind": ENTRY, "owner_id": panel.pk, "by": here.head, "at": AT}
    pictures = (("picture", "板.png", a_png()), ("", "人.jpg", a_jpeg()))
    files = [attach(SimpleUploadedFile(name, content), place=place, **told) for place, name, content in pictures]
    desk, address = signed_in(here.head), reverse("registers:publish", args=[panel.pk])
    assert desk.post(address).status_code == REFUSED  # whether a child can be recognised is asked
    desk.post(address, {"no_faces": "on"})
    page = PublicPage.objects.get()

    found = [reverse("registers:public_picture", args=[page.token, file.pk]) for file in files]
    assert found[0] in reader() and found[1] not in reader()
    assert [status(one) for one in found] == [200, 404]
    actions.withdraw(panel, by=here.head, at=AT)
    assert status(found[0]) == 404
