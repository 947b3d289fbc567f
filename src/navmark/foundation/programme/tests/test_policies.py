"""What a rule frowns upon is off until somebody decides it on record; the rule stands beside the switch."""

from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.programme import returning
from navmark.foundation.programme.drafting import decide, put_policy, shut_by, titled_kinds
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.models import PageEdition
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.refusals import WrongProgramme
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.speaking import titles_of
from navmark.foundation.programme.tests.folders import FILE, HEAD, ON
from navmark.foundation.programme.tests.test_returning import AT, SPEECH, TEXTS, administrator
from navmark.foundation.programme.workbook.reading import read_workbook
from navmark.foundation.programme.workbook.writing import as_workbook

__all__ = ["administrator"]
POLICY = '\n[policy.every_week]\ntitle = "每周点名"\nrule = "E37"\n'
DECISION = 'decision = { by = "校务会", day = 2026-11-02, basis = "第3次会议纪要" }\n'
BEHIND = FILE.replace('unit = "school"', 'unit = "school"\nbehind = "every_week"')


def read(text):
    return read_texts({"programme.toml": HEAD, SPEECH: text}, name=ARTICLE, on=ON)


def test_a_kind_of_the_same_code_keeps_its_own_title():
    said = read(BEHIND.replace("every_week", "speech") + POLICY.replace("every_week", "speech")).said
    assert titles_of(said)["speech"] == "国旗下讲话"


def test_what_stands_behind_it_is_off_unless_it_is_decided():
    (shut,) = read(BEHIND + POLICY).of("activity")
    (decided,) = read(BEHIND + POLICY + DECISION).of("activity")

    assert not shut.page.is_on(ON) and decided.page.is_on(ON) and "until" not in read(BEHIND + POLICY).said[SPEECH]
    said = read(BEHIND + POLICY + DECISION).said
    assert read_workbook(as_workbook(said), "方案.xlsx", name=ARTICLE, on=ON).said == said


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (BEHIND, "activity.speech.behind"),
        (BEHIND + POLICY.replace("E37", "E999"), "policy.every_week.rule"),
        (BEHIND + POLICY + DECISION.replace("2026-11-02", f"{ON + timedelta(days=1)}"), "policy.every_week.decision.day"),
        (BEHIND + POLICY + DECISION.replace("第3次会议纪要", ""), "policy.every_week.decision.basis"),
    ],
)
def test_it_names_what_is_wrong(text, key):
    with pytest.raises(WrongProgramme) as refusal:
        read(text)
    assert [".".join(map(str, one.fault.path)) for one in refusal.value.wrongs] == [key]


@pytest.mark.usefixtures("inside")
def test_an_administrator_records_the_decision_beside_the_rule_and_takes_it_back(administrator):
    load(read_texts({**TEXTS, SPEECH: BEHIND + POLICY}, name=ARTICLE, on=ON), at=AT)
    client, where = signed_in(administrator), ["experience", "speech"]
    page, on = reverse("programme:page", args=where), reverse("programme:decide", args=[*where, "every_week"])
    assert not Cadence.objects.filter(code="speech", gone=False).exists()
    assert "还没有人决定" in client.get(page).content.decode() and "国旗法" in client.get(page).content.decode()
    assert "国旗法" in client.get(on).content.decode()

    assert client.post(on, {"by": "校务会", "day": "2026-11-02", "basis": ""}).status_code == 422
    assert client.post(on, {"by": "校务会", "day": "2999-11-02", "basis": "纪要"}).status_code == 422
    client.post(on, {"by": "校务会", "day": "2026-11-02", "basis": "第3次会议纪要"})
    assert ActivityKind.objects.get(code="speech").active_to is None and Cadence.objects.get(code="speech", gone=False)
    assert "2026-11-02" in client.get(page).content.decode() and "第3次会议纪要" in client.get(page).content.decode()
    assert PageEdition.objects.filter(file=SPEECH).latest("number").made_by == administrator.pk

    client.post(reverse("programme:decide_no_more", args=[*where, "every_week"]), {"why": "不再这样做"})
    assert ActivityKind.objects.get(code="speech").active_to and Cadence.objects.get(code="speech").gone
    assert returning.in_force(ON).said[SPEECH]["policy"]["every_week"].get("decision") is None


def test_a_policy_shuts_what_is_chosen_and_is_said_otherwise():
    page = {"title": "值周", "activity": {"speech": {}, "round": {"title": "巡查"}}, "register": {"badges": {}}}
    assert titled_kinds(page) == {"activity:speech": "值周", "activity:round": "巡查", "register:badges": "值周"}
    put_policy(page, "", {"title": "巡查", "rule": "E07", "behind": ["activity:round"]})
    decide(page, "p1", {"by": "校务会", "day": ON, "basis": "纪要"})
    assert shut_by(page, "p1") == ["activity:round"] and page["activity"]["speech"] == {}

    put_policy(page, "p1", {"title": "查岗", "rule": "E37", "behind": ["register:badges"]})
    assert shut_by(page, "p1") == ["register:badges"] and page["activity"]["round"] == {"title": "巡查"}
    assert page["policy"]["p1"]["title"] == "查岗" and page["policy"]["p1"]["decision"]["by"] == "校务会"


@pytest.mark.usefixtures("inside")
def test_an_administrator_lets_a_kind_be_done_only_by_decision(administrator):
    client, where = signed_in(administrator), ["experience", "speech"]
    address = reverse("programme:add_policy", args=where)
    _none, (title, first), *others = client.get(address).context["form"].fields["rule"].choices
    assert title == "明确不提倡某种做法的" and {"C03", "E07"} <= {code for code, _words in first}
    assert not {code for code, _words in first} & {code for _law, some in others for code, _words in some} and others
    said = {"title": "每周点名", "rule": "E07", "behind": ["activity:speech"], "why": "免得天天打卡"}
    assert client.post(address, {**said, "rule": "E999"}).status_code == 422
    assert client.post(address, said)["Location"] == reverse("programme:page", args=where)

    shown = client.get(reverse("programme:page", args=where)).content.decode()
    assert ActivityKind.objects.get(code="speech").active_to and "有了决定才启用" in shown
    change, drop = (reverse(f"programme:{one}", args=[*where, "p1"]) for one in ("policy", "drop_policy"))
    refused = client.post(drop, {"why": "不再需要"})
    assert refused.status_code == 422 and "国旗下讲话只凭这项决定开展" in refused.content.decode()
    assert "每周点名" in client.get(change).content.decode() and drop in shown
    client.post(change, {**said, "behind": []})
    assert ActivityKind.objects.get(code="speech").active_to is None
    assert client.post(drop, {"why": "不再需要"}).status_code == 302 and client.get(drop).status_code == 404
    assert "policy" not in returning.in_force(ON).said[SPEECH]
    client.post(reverse("programme:take_back", args=where), {"why": "还要用"})
    assert returning.in_force(ON).said[SPEECH]["policy"]["p1"]["title"] == "每周点名"
    assert client.get(reverse("programme:policy", args=[*where, "none"])).status_code == 404
