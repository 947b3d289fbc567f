"""Title, circles and cadence of a kind that stands are changed in words; its paper is seen empty as it prints."""

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.programme.drafting import put_settings, settings_of
from navmark.foundation.programme.models import PageEdition
from navmark.foundation.programme.tests.test_returning import SPEECH, administrator
from navmark.foundation.registers.known import register

__all__ = ["administrator"]
SAID = {"title": "国旗下讲话", "every": "week", "times": 1, "grace_days": 2, "keepers": ["counsellor"], "readers": []}


def a_page():
    cadence = {"every": "week", "rule": "E37"}
    return {"title": "国旗下讲话", "activity": {"speech": {"keepers": ["moral_head"], "cadence": cadence}}}


def test_a_frequency_stays_that_of_its_rule_until_it_is_another():
    page = a_page()
    assert settings_of(page, "activity", "speech")["times"] == 1
    told = page["activity"]["speech"]
    put_settings(page, told, SAID)
    assert told == {"keepers": ["counsellor"], "cadence": {"every": "week", "grace_days": 2, "rule": "E37"}}

    put_settings(page, told, {**SAID, "title": "旗下讲话", "times": 2, "grace_days": 0})
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

    client.post(
        reverse("programme:settings", args=["experience", "mending", "register", "mending"]),
        {"title": "问题台账", "makers": "clerk", "keepers": "clerk", "readers": ["staff"], "why": "都要看得到"},
    )
    assert (register("mending").title, register("mending").readers) == ("问题台账", ["staff"])
    assert client.get(reverse("programme:settings", args=["experience", "speech", "paper", "speech"])).status_code == 404
