"""A line more in the file of a mechanism (天气) stands in form, page, print, register and import, whatever its type."""

import json
from datetime import datetime

import pytest
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.occasions.sheet import sheet_of
from navmark.foundation.activities.occasions.tests.scene import an_occasion
from navmark.foundation.activities.occasions.writing import edition_of, written_of
from navmark.foundation.activities.register.columns import OccasionRegister
from navmark.foundation.papers.in_tables import headings
from navmark.foundation.papers.tests.samples import SAMPLES, TYPED
from navmark.foundation.people.models import PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_unit, signed_in
from navmark.foundation.printing.as_text import plain_blocks
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.tests.folders import FILE, a_programme

pytestmark = pytest.mark.usefixtures("inside")
AT = datetime(2026, 11, 20, 8, tzinfo=get_current_timezone())
LABEL = "天气"


def inline(value) -> str:
    """A value as TOML writes it within a line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {inline(one)}" for key, one in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(inline, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def one_line(name: str) -> str:
    told = {"type": name, **SAMPLES[name][0], "label": LABEL}
    marks = 'marks = { type = "score", label = "评分", of = 10 }\n' if name == "total" else ""
    return f"{marks}weather = {inline(told | ({'of': ['marks']} if name == 'total' else {}))}\n"


@pytest.fixture
def head():
    person = a_staff_member()
    a_post(person, PostKind.MORAL_HEAD)
    return person


def loaded(tmp_path, name, head):
    """An occasion that was begun after the line was written; its page, as its keeper sees it."""
    load(a_programme(tmp_path, FILE + one_line(name)), at=AT)
    activity = an_occasion("speech", a_unit(UnitKind.SCHOOL, "启明实验小学"), by=head)
    return activity, signed_in(head).get(reverse("activities:occasion", args=[activity.pk])).content.decode()


@pytest.mark.parametrize("name", SAMPLES)
def test_one_line_is_enough_for_every_face(tmp_path, name, head):
    activity, page = loaded(tmp_path, name, head)
    one = kind("speech")
    description = edition_of(one).description
    field = description.field("weather")

    assert ('name="weather' in page) is (name in TYPED)
    assert LABEL in page or name in ("lines", "file", "picture")
    assert LABEL in str(sheet_of(activity, sealed=True).blocks)
    known = written_of(activity)[1]
    assert (LABEL in [column.label for column in headings(description, known)]) is field.is_asked
    register = OccasionRegister(one, [activity], on=AT.date())
    assert (LABEL in [column.label for column in register.head]) is (
        field.is_asked and not field.is_sealed and not field.hangs
    )  # no file has come yet


def test_what_is_written_there_is_read_printed_and_listed(tmp_path, head):
    activity, page = loaded(tmp_path, "line", head)
    client = signed_in(head)
    typed = {"revision": "0", "topic": "节约", "weather": "晴转多云"}
    client.post(reverse("activities:write", args=[activity.pk]), typed)

    assert "晴转多云" not in page
    for address in (reverse("activities:occasion", args=[activity.pk]), reverse("activities:register", args=["speech"])):
        assert "晴转多云" in client.get(address).content.decode()
    assert "晴转多云" in plain_blocks(sheet_of(activity, sealed=True).blocks)
