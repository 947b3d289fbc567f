"""Title, circles and cadence of a kind that stands are changed in words; its paper is seen empty as it prints."""

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.people.models import Unit
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.programme.drafting import put_settings, settings_of
from navmark.foundation.programme.models import PageEdition
from navmark.foundation.programme.returning import digest_in_force
from navmark.foundation.programme.tests.test_returning import AT, SPEECH, administrator
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.known import register
from navmark.foundation.registers.models import Entry

__all__ = ["administrator"]
SAID = {"title": "国旗下讲话", "every": "week", "times": 1, "grace_days": 2, "keepers": ["counsellor"], "readers": []}
SAID["may_excuse"] = "雨雪、 考试"


def a_page():
    cadence = {"every": "week", "rule": "E37", "may_excuse": ["停课"]}
    return {"title": "国旗下讲话", "activity": {"speech": {"keepers": ["moral_head"], "cadence": cadence}}}


def test_a_frequency_stays_that_of_its_rule_until_it_is_another():
    page = a_page()
    begun = settings_of(page, "activity", "speech")
    assert (begun["times"], begun["may_excuse"]) == (1, "停课")
    told = page["activity"]["speech"]
    put_settings(page, told, SAID)
    often = {"every": "week", "grace_days": 2, "may_excuse": ["雨雪", "考试"], "rule": "E37"}
    assert told == {"keepers": ["counsellor"], "cadence": often}

    put_settings(page, told, {**SAID, "title": "旗下讲话", "times": 2, "grace_days": 0, "may_excuse": ""})
    assert told["cadence"] == {"every": "week", "times": 2} and page["title"] == "旗下讲话"
    put_settings(page, told, {**SAID, "every": ""})
    assert "cadence" not in told


@pytest.mark.usefixtures("inside")
def test_an_administrator_changes_them_on_its_page_and_says_why(administrator):
    client, where = signed_in(administrator), ["experience", "speech", "activity", "speech"]
    address = reverse("programme:settings", args=where)
    assert "德育主任" in client.get(address).content.decode()
    said = {"title": "旗下讲话", "planners": "moral_head", "keepers": ["moral_head", "counsellor"], "readers": "staff"}
    said |= {"every": "month", "times": "2", "grace_days": "3", "why": "校务会决定"}
    assert client.post(address, {**said, "keepers": []}).status_code == 422
    client.post(address, said)

    kind, cadence = ActivityKind.objects.get(code="speech"), Cadence.objects.get(code="speech")
    assert (kind.title, kind.keepers, cadence.period, cadence.times) == ("旗下讲话", ["moral_head", "counsellor"], "month", 2)
    assert PageEdition.objects.filter(file=SPEECH).latest("number").why == "校务会决定"
    blank = client.get(reverse("programme:blank", args=where))
    assert blank.getvalue().startswith(b"%PDF") and blank["Content-Type"] == "application/pdf"
    field, shown = reverse("programme:field", args=[*where, "topic"]), 'src="data:image/png;base64,'
    assert shown in (page := client.get(field).content.decode()) and 'value="1" formnovalidate' in page
    seen = client.post(field, {"label": "题目", "type": "line", "place": 1, "look": 1}).content.decode()
    assert shown in seen and 'value="题目"' in seen and ActivityKind.objects.get(code="speech").title == "旗下讲话"
    assert shown not in client.post(field, {"label": "", "type": "line", "place": 1, "look": 1}).content.decode()

    client.post(
        reverse("programme:settings", args=["experience", "mending", "register", "mending"]),
        {"title": "问题台账", "makers": "clerk", "keepers": "clerk", "readers": ["staff"], "why": "都要看得到"},
    )
    assert (register("mending").title, register("mending").readers) == ("问题台账", ["staff"])
    assert client.get(reverse("programme:settings", args=["experience", "speech", "paper", "speech"])).status_code == 404


@pytest.mark.usefixtures("inside")
def test_a_step_more_is_seen_in_words_adopted_and_no_state_goes_in_which_something_is_open(administrator):
    client, where = signed_in(administrator), ["experience", "mending", "mending"]
    whole = Unit.objects.get()
    entry = add(
        register("mending"), EntryHead(whole, "灯不亮", AT.date(), administrator), {"problem": "走廊"}, by=administrator, at=AT
    )
    said = {"button": "核定", "of": "new", "to": "", "words": "待核定", "who": ["owner", "office_head"], "note": "never"}
    said |= {"within": "3个工作日", "why": "先核定再整改"}
    address = reverse("programme:add_step", args=where)
    assert client.post(address, {**said, "words": "", "within": "很快"}).status_code == 422
    preview = client.post(address, said)["Location"]
    page = " ".join(client.get(preview).content.decode().split())
    assert "状态“待核定”" in page and "环节“核定”" in page and not register("mending").editions.filter(number=2).exists()
    done = client.post(preview, {"shown": digest_in_force()})
    assert done["Location"] == reverse("programme:page", args=where[:2])
    assert "核定 → 待核定" in " ".join(client.get(done["Location"]).content.decode().split())
    newest = register("mending").editions.latest("number").course
    assert [step.within for step in newest.steps_from("new")] == [3] and newest.first.key == "new"
    assert PageEdition.objects.filter(file="experience/mending.toml").latest("number").why == "先核定再整改"
    assert Entry.objects.get().course.steps_from("new")[0].key == "accept"  # as it began

    refused = client.post(reverse("programme:drop_state", args=[*where, "new"]), {"why": "不要了"})
    assert refused.status_code == 422 and "待认领（1条）" in refused.content.decode() and entry.pk
    stuck = client.post(reverse("programme:drop_step", args=[*where, "accept"]), {"why": "不要了"})
    assert stuck.status_code == 422 and "走不下去" in stuck.content.decode()
    client.post(reverse("programme:put_state", args=[*where, "new"]), {"words": "待领", "place": 1, "why": "短一点"})
    assert client.get(reverse("programme:put_step", args=[*where, "nothing"])).status_code == 404
    client.post(reverse("programme:take_back", args=where[:2]), {"why": "还是直接整改"})
    assert [step.key for step in register("mending").editions.latest("number").course.steps_from("new")] == ["accept"]
