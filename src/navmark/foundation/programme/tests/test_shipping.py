"""A newer edition of what is shipped comes by itself only where the school has left a page as it came."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from navmark.foundation.activities import kinds
from navmark.foundation.cadence.models import Cadence, Duty
from navmark.foundation.people.models import PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_unit, signed_in
from navmark.foundation.programme import offering, shipping
from navmark.foundation.programme.editions import page_editions, texts_of
from navmark.foundation.programme.loading import establish_programme, load
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.tests.folders import FILE, HEAD, ON
from navmark.foundation.programme.writing import as_toml

pytestmark = pytest.mark.usefixtures("inside")
AT = datetime(2026, 11, 20, 8, tzinfo=get_current_timezone())
SPEECH, OTHER = "experience/speech.toml", "experience/other.toml"
SECOND = FILE.replace("activity.speech", "activity.other")


@pytest.fixture
def ship(monkeypatch):
    def now(whose="small", more=None, **pages):
        head = HEAD + as_toml(more or {})
        texts = {"programme.toml": head} | {f"experience/{name}.toml": text for name, text in pages.items()}
        monkeypatch.setattr(shipping, "shipped", lambda name, on: read_texts(texts, name=name, on=on))
        return establish_programme(at=AT + timedelta(minutes=1), name=whose)

    return now


def test_what_the_school_changed_is_not_overwritten_and_what_it_left_is_renewed(ship):
    ship(speech=FILE, other=SECOND)
    mine = FILE.replace("讲稿", "发言稿").replace('"week"', '"month"')
    load(read_texts({**texts_of("small"), SPEECH: mine}, name="small", on=ON), at=AT, why="每月一次")

    assert ship(speech=FILE.replace("讲话主题", "题目"), other=SECOND.replace("讲话主题", "题目"))
    assert texts_of("small")[SPEECH] == mine and "题目" in texts_of("small")[OTHER]
    assert Cadence.objects.get(code="speech").period == "month"
    assert [(row.number, row.why) for row in page_editions("small", SPEECH)] == [(2, "每月一次"), (1, "")]


def test_what_the_school_took_out_does_not_come_back_and_what_is_new_does(ship):
    ship(speech=FILE)
    load(read_texts({"programme.toml": HEAD}, name="small", on=ON), at=AT)

    assert ship(speech=FILE.replace("讲稿", "稿子"), other=SECOND)
    assert set(texts_of("small")) == {"programme.toml", OTHER}
    assert not kinds.kind("speech").is_open_on(ON + timedelta(days=1)) and kinds.kind("other").is_open_on(ON)


@pytest.fixture
def desk():
    a_unit(UnitKind.SCHOOL, "启明实验小学")
    person = a_staff_member()
    a_post(person, PostKind.ADMINISTRATOR)
    return signed_in(person)


def waiting():
    return list(Duty.objects.filter(source_kind="programme_offer").values_list("title", flat=True))


def test_what_is_newer_of_a_page_the_school_changed_waits_once_and_is_taken_item_by_item(desk, ship):
    name = shipping.ARTICLE
    ship(name, speech=FILE, other=SECOND)
    mine = FILE.replace("讲稿", "发言稿").replace('"week"', '"month"')
    load(read_texts({**texts_of(name), SPEECH: mine}, name=name, on=ON), at=AT, why="每月一次")
    newer = FILE.replace("讲稿", "讲话稿").replace("讲话主题", "题目").replace('"week"', '"term"')
    ship(name, speech=newer, other=SECOND + "# 说明\n")
    address = reverse("programme:newer")
    assert waiting() == ["随产品来了1页新版本"] and "题目" in desk.get(address).content.decode()

    offered = offering.offer(ON)
    keys = {one.new: one.key for one in offered.pages[0].items}
    assert [(one.new, one.is_conflict) for one in offered.pages[0].items] == [
        ("每学期", True), ("题目", False), ("讲话稿", True)
    ]  # fmt: skip
    said = {"take": [keys["题目"]], "why": "题目说得更清楚", "shown": offered.shown}
    assert desk.post(address, {**said, "shown": "older"}).status_code == 422
    assert desk.post(address, {**said, "take": ["nothing"]}).status_code == 422 and waiting()
    desk.post(address, said)

    text = texts_of(name)[SPEECH]
    assert all(word in text for word in ("题目", "发言稿", '"month"')) and not waiting() and not offering.offer(ON).pages
    assert page_editions(name, SPEECH)[0].why == "题目说得更清楚"
    ship(name, speech=newer.replace("讲话稿", "文稿"), other=SECOND)
    assert [one.new for page in offering.offer(ON).pages for one in page.items] == ["文稿"] and waiting()


def test_where_the_renewed_pages_do_not_go_together_with_the_school_s_all_is_offered(desk, ship):
    name = shipping.ARTICLE
    ship(name, speech=FILE)
    head = HEAD.replace("体验", "体验课")
    load(read_texts({**texts_of(name), "programme.toml": head}, name=name, on=ON), at=AT)
    tagged = {"tags": {"hometown": "家乡"}}
    ship(name, tagged, speech=FILE.replace("[activity.speech]\n", '[activity.speech]\ntags = ["hometown"]\n'))

    pages = {page.file: page for page in offering.offer(ON).pages}
    assert set(pages) == {"programme.toml", SPEECH} and "tags" not in texts_of(name)[SPEECH]
    keys = [one.key for page in pages.values() for one in page.items]
    address, shown = reverse("programme:newer"), offering.offer(ON).shown
    alone = desk.post(address, {"take": [pages[SPEECH].items[0].key], "why": "试试", "shown": shown})
    assert alone.status_code == 422 and "hometown" in alone.content.decode()
    desk.post(address, {"take": keys, "why": "都要", "shown": shown})
    assert "hometown" in texts_of(name)[SPEECH] and "体验课" in texts_of(name)["programme.toml"] and not waiting()
