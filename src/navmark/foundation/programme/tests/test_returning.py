"""A programme that comes back: its differences are told, then all of it is taken, or nothing."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.papers.actions import begin as begin_paper
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.models import PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_unit, signed_in
from navmark.foundation.programme import loading, returning
from navmark.foundation.programme.editions import texts_of
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.models import PageEdition, ProgrammeDraft
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.shipping import ARTICLE, source_of
from navmark.foundation.programme.tests.folders import FILE, HEAD, ON
from navmark.foundation.programme.tests.test_reading import REGISTER
from navmark.foundation.programme.texts import unzipped, zipped
from navmark.foundation.programme.workbook.refusals import WrongWorkbook
from navmark.foundation.programme.workbook.writing import as_workbook
from navmark.foundation.registers.known import register
from navmark.foundation.ui.refusals import Refusal

pytestmark = pytest.mark.usefixtures("inside")
AT = datetime(2026, 11, 20, 8, tzinfo=get_current_timezone())
SPEECH, MENDING = "experience/speech.toml", "experience/mending.toml"
TEXTS = {"programme.toml": HEAD, SPEECH: FILE, MENDING: REGISTER.replace('new = "待认领"', 'new = { words = "待认领" }')}


@pytest.fixture
def administrator():
    a_unit(UnitKind.SCHOOL, "启明实验小学")
    load(read_texts(TEXTS, name=ARTICLE, on=ON), at=AT)
    person = a_staff_member()
    a_post(person, PostKind.ADMINISTRATOR)
    return person


def upload(content: bytes, name: str) -> BytesIO:
    file = BytesIO(content)
    file.name = name
    return file


def brought(client, content: bytes, name: str):
    return client.post(reverse("programme:bring"), {"file": upload(content, name)})


def test_a_workbook_changed_in_wps_is_shown_in_words_and_adopted_whole(administrator):
    client = signed_in(administrator)
    book = openpyxl.load_workbook(BytesIO(client.get(reverse("programme:workbook")).getvalue()))
    for leaf, was, now in (("字段", "讲稿", "发言稿"), ("频次", "每周", "每月")):
        (cell,) = [cell for row in book[leaf] for cell in row if cell.value == was]
        cell.value = now
    out = BytesIO()
    book.save(out)

    answer = brought(client, out.getvalue(), "方案.xlsx")
    page = " ".join(client.get(answer["Location"]).content.decode().split())
    assert "讲稿 → 发言稿" in page and "每周 → 每月" in page and "整改台账" not in page
    assert Cadence.objects.get(code="speech").period == "week"

    client.post(answer["Location"], {"shown": returning.digest_in_force()})
    assert newest("activity.speech").description.field("script").label == "发言稿"
    assert Cadence.objects.get(code="speech").period == "month" and not ProgrammeDraft.objects.exists()
    edition = PageEdition.objects.filter(file=SPEECH).latest("number")
    assert (edition.number, edition.made_by, edition.why) == (2, administrator.pk, "方案.xlsx")
    assert AuditEntry.objects.filter(kind="programme.page_made", by=administrator.pk).count() == 1


def test_files_that_were_not_changed_change_nothing_an_old_look_is_not_adopted_and_an_order_is_a_change(administrator):
    client = signed_in(administrator)
    content = client.get(reverse("programme:files")).getvalue()
    assert unzipped(content) == TEXTS
    address = brought(client, content, "方案.zip")["Location"]
    assert "什么也不会改变" in client.get(address).content.decode()

    page = client.post(address, {"shown": "an older one"}, follow=True).content.decode()
    assert "改动过" in page and ProgrammeDraft.objects.count() == 1

    topic, script = FILE.splitlines()[-2:]
    moved = zipped({**TEXTS, SPEECH: FILE.replace(f"{topic}\n{script}", f"{script}\n{topic}")})
    address = brought(client, moved, "方案.zip")["Location"]
    assert "讲话主题、讲稿 → 讲稿、讲话主题" in " ".join(client.get(address).content.decode().split())


WRONG = [
    ("事项", "德育主任", "德育处长", ["事项", "第3行", "德育处长", "德育主任"]),
    ("环节", "closed", "nowhere", ["环节", "nowhere"]),
    ("事项", "mending", "mended", ["字段", "第2行", "mending", "各行都一样"]),
    ("环节", "办结", None, ["环节"]),
    ("轮值", "", None, ["轮值"]),
    ("设置", "", None, ["设置"]),
    ("环节", "是", "否", ["环节", "第3行", "closed"]),
    ("字段", "script", "topic", ["字段", "topic", "两次", "第4行"]),
    ("字段", "script", "speech_text", ["字段", "script", "讲稿"]),
    ("字段", "一段话", "数字", ["字段", "讲稿"]),
]


def changed(content: bytes, leaf: str, was: str, now) -> bytes:
    """The last cell that says so says otherwise; of a step: it leads elsewhere."""
    book = openpyxl.load_workbook(BytesIO(content))
    if now is None:
        del book[leaf]
    else:
        [cell for row in book[leaf] for cell in row if cell.value == was][-1].value = now
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_what_is_wrong_in_a_workbook_is_named_and_nothing_is_taken(administrator):
    begin_paper(("activities.activity", administrator.pk), newest("activity.speech"), {"script": "同学们"}, by=None, at=AT)
    content = signed_in(administrator).get(reverse("programme:workbook")).getvalue()
    merged = openpyxl.load_workbook(BytesIO(content))
    merged["字段"].merge_cells("C2:D2")
    out = BytesIO()
    merged.save(out)
    cases = [(changed(content, leaf, was, now), told) for leaf, was, now, told in WRONG]

    for source, words in [*cases, (out.getvalue(), ["字段", "第2行", "合并"])]:
        with pytest.raises(WrongWorkbook) as refused:
            returning.read_back(source, "方案.xlsx", on=ON)
        assert all(word in str(refused.value) for word in words), (words, str(refused.value))
    assert brought(signed_in(administrator), zipped({"x.txt": ""}), "x.zip").status_code == 422


def test_a_code_that_leads_nowhere_is_named_in_its_cell_and_one_that_always_did_hinders_nothing(administrator):
    texts = {**TEXTS, MENDING: TEXTS[MENDING].replace("makers", 'links = ["entry:gone"]\nmakers', 1)}
    load(read_texts(texts, name=ARTICLE, on=ON), at=AT)
    assert returning.checked({**texts, SPEECH: FILE.replace("讲稿", "发言稿")}, on=ON)

    lost = {**texts, SPEECH: FILE.replace('"讲话主题"', '"讲话主题", default = "hots"')}
    for source in (zipped(lost), as_workbook(read_texts(lost, name=ARTICLE, on=ON).said)):
        with pytest.raises(Refusal) as refused:
            returning.read_back(source, "方案", on=ON)
        assert "hots" in str(refused.value) and "entry:gone" not in str(refused.value)
    assert all(word in str(refused.value) for word in ("字段", "第4行", "默认内容", "host"))


def test_an_import_that_dies_on_its_way_leaves_everything_as_it_was(administrator, monkeypatch):
    texts = {**TEXTS, SPEECH: FILE.replace("国旗下讲话", "旗下讲话")}
    draft = returning.begin(returning.checked(texts, on=ON), "方案.zip", by=administrator, at=AT)
    monkeypatch.setattr(loading, "record", lambda *args, **kwargs: 1 / 0)  # the last thing that loading does

    with pytest.raises(ZeroDivisionError):
        returning.adopt(draft, shown=returning.digest_in_force(), by=administrator, at=AT, on=ON)
    assert texts_of(ARTICLE) == TEXTS and ActivityKind.objects.get(code="speech").title == "国旗下讲话"
    assert ProgrammeDraft.objects.filter(pk=draft.pk).exists()


def test_a_page_is_switched_off_from_a_day_and_what_was_done_is_taken_back(administrator):
    client, where = signed_in(administrator), ["experience", "speech"]
    assert "国旗下讲话" in client.get(reverse("programme:list")).content.decode()

    client.post(reverse("programme:off", args=where), {"day": "2026-11-20", "why": "改在升旗仪式上"})
    assert ActivityKind.objects.get(code="speech").active_to and Cadence.objects.get(code="speech").gone
    assert "改在升旗仪式上" in client.get(reverse("programme:page", args=where)).content.decode()
    client.post(reverse("programme:take_back", args=where), {"why": "还是单独办"})
    assert not ActivityKind.objects.get(code="speech").active_to and not Cadence.objects.get(code="speech").gone


def test_a_new_activity_a_new_register_and_a_field_more_are_made_without_a_code(administrator):
    client = signed_in(administrator)
    said = {"pillar": "experience", "unit": "school", "keepers": ["moral_head"], "every": "month", "why": "校务会决定"}
    made = client.post(reverse("programme:add"), {**said, "title": "午间广播", "noun": "activity"})
    assert made["Location"] == reverse("programme:page", args=["experience", "own_1"])
    client.post(reverse("programme:add"), {**said, "title": "报修", "noun": "register"})

    assert ActivityKind.objects.get(title="午间广播").keepers == ["moral_head"]
    assert Cadence.objects.get(code="own_1").period == "month"
    assert [one.key for one in register("own_2").editions.get().course.steps] == ["accept", "report", "close"]

    where = ["experience", "own_1", "activity", "own_1"]
    question = {"label": "天气", "type": "choice", "choices": "晴\n雨", "place": "1", "why": "要知道天气"}
    assert client.post(reverse("programme:add_field", args=where), {**question, "choices": ""}).status_code == 422
    client.post(reverse("programme:add_field", args=where), question)
    client.post(reverse("programme:field", args=[*where, "f2"]), {**question, "label": "当天天气", "choices": "晴\n雨\n雪"})
    assert [field.label for field in newest("activity.own_1").description.fields] == ["当天天气", "主题"]
    client.post(reverse("programme:retire", args=[*where, "f2"]), {"why": "不需要了"})
    assert newest("activity.own_1").description.field("f2").retired

    back = reverse("programme:take_back", args=["experience", "own_2"])
    assert "撤掉" in client.get(back).content.decode()
    assert client.post(back, {"why": "想错了"})["Location"] == reverse("programme:list") and register("own_2").active_to
    assert client.get(back).status_code == 404


def test_another_that_ships_is_chosen_seen_adopted_as_a_whole_and_followed(administrator):
    client = signed_in(administrator)
    refused = client.post(reverse("programme:bring"), {"shipped": ""})
    assert "请选择文件，或选择随产品来的一套方案。" in refused.content.decode()

    asked = client.post(reverse("programme:bring"), {"shipped": "two_campuses"})["Location"]
    page = client.get(asked)
    assert "午间播报" in page.content.decode() and "整改台账" in page.content.decode()
    assert client.post(asked, {"shown": page.context["shown"]})["Location"] == reverse("programme:list")
    assert source_of(ARTICLE) == "two_campuses" and Cadence.objects.get(code="book_exchange").weeks == [4, 8, 12, 16]
    shown = client.get(reverse("programme:list"))
    assert shown.context["newer"] == 0 and "第4、8、12、16周" in shown.content.decode()
    assert ActivityKind.objects.get(code="speech").active_to is not None
