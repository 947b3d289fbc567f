"""A newer edition of what is shipped comes by itself only where the school has left a page as it came."""

from datetime import datetime, timedelta

import pytest
from django.utils.timezone import get_current_timezone

from navmark.foundation.activities import kinds
from navmark.foundation.cadence.models import Cadence
from navmark.foundation.programme import shipping
from navmark.foundation.programme.editions import editions_of, texts_of
from navmark.foundation.programme.loading import establish_programme, load
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.tests.folders import FILE, HEAD, ON

pytestmark = pytest.mark.usefixtures("inside")
AT = datetime(2026, 11, 20, 8, tzinfo=get_current_timezone())
SPEECH, OTHER = "experience/speech.toml", "experience/other.toml"
SECOND = FILE.replace("activity.speech", "activity.other")


@pytest.fixture
def ship(monkeypatch):
    def now(**pages):
        texts = {"programme.toml": HEAD} | {f"experience/{name}.toml": text for name, text in pages.items()}
        monkeypatch.setattr(shipping, "shipped", lambda name, on: read_texts(texts, name=name, on=on))
        return establish_programme(at=AT + timedelta(minutes=1), name="small")

    return now


def test_what_the_school_changed_is_not_overwritten_and_what_it_left_is_renewed(ship):
    ship(speech=FILE, other=SECOND)
    mine = FILE.replace("讲稿", "发言稿").replace('"week"', '"month"')
    load(read_texts({**texts_of("small"), SPEECH: mine}, name="small", on=ON), at=AT, why="每月一次")

    assert ship(speech=FILE.replace("讲话主题", "题目"), other=SECOND.replace("讲话主题", "题目"))
    assert texts_of("small")[SPEECH] == mine and "题目" in texts_of("small")[OTHER]
    assert Cadence.objects.get(code="speech").period == "month"
    assert [(row.number, row.why) for row in editions_of("small", SPEECH)] == [(2, "每月一次"), (1, "")]


def test_what_the_school_took_out_does_not_come_back_and_what_is_new_does(ship):
    ship(speech=FILE)
    load(read_texts({"programme.toml": HEAD}, name="small", on=ON), at=AT)

    assert ship(speech=FILE.replace("讲稿", "稿子"), other=SECOND)
    assert set(texts_of("small")) == {"programme.toml", OTHER}
    assert not kinds.kind("speech").is_open_on(ON + timedelta(days=1)) and kinds.kind("other").is_open_on(ON)
