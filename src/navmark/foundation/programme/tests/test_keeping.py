"""What a file says of how entries are named, gathered, counted and kept; and the tags that `programme.toml` names."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from django.utils.timezone import get_current_timezone

from navmark.foundation.links.models import Tag
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.nouns.rotas.sense import goes_with_nothing
from navmark.foundation.programme.reading import read_programme
from navmark.foundation.programme.refusals import WrongProgramme
from navmark.foundation.programme.tests.folders import HEAD, ON, a_folder
from navmark.foundation.registers.known import register

AT = datetime(2026, 11, 20, 8, tzinfo=get_current_timezone())
TAGS = HEAD + '[tags]\nhometown = "家乡"\n[campaigns]\ncanteen = { title = "食堂整治", from = 2026-09-01, to = 2027-01-31 }\n'
FILE = """title = "荣誉"

[register.honour]
unit = "school"
makers = ["office_head"]
keepers = ["office_head"]
people = ["about"]
tags = ["hometown"]
campaign = "optional"
runs = ["begins", "ends"]
links = ["occasion:flag_speech"]
title_from = "words"
retention = "3 years"
child = true
count_by = ["level"]
coverage = "person:staff"
facts = ["honours"]

[register.honour.paper]
words = { type = "line", label = "名称", required = "before" }
level = { type = "choice", label = "级别", choices = ["国家级", "省级"] }
begins = { type = "date", label = "起", required = "before" }
ends = { type = "date", label = "止", required = "before" }
"""
RIGHTLESS = [
    ('title_from = "words"', 'title_from = "level"', "register.honour.title_from", "paragraph"),
    (', required = "before"', "", "register.honour.title_from", "before"),
    ('count_by = ["level"]', 'count_by = ["words"]', "register.honour.count_by", "words"),
    ('count_by = ["level"]', 'count_by = ["rank"]', "register.honour.count_by", "words、level"),
    ('"person:staff"', '"person:nobody"', "register.honour.coverage", "staff"),
    ('people = ["about"]\n', "", "register.honour.child", "about"),
    ('"3 years"', '"soon"', "register.honour.retention", ""),
    ('"occasion:flag_speech"', '"flag_speech"', "register.honour.links", ""),
    ('"begins", "ends"', '"begins", "level"', "register.honour.runs", "level"),
    ("child = true", 'public = ["words"]\nchild = true', "register.honour.public", "words"),
    ('"honours"', '"honours:elsewhere"', "register.honour.facts", "open"),
    ('"hometown"', '"elsewhere"', "register.honour.tags", "hometown"),
]


def folder(tmp_path, text=FILE, head=TAGS):
    return a_folder(tmp_path, text, name="experience/honour.toml", head=head)


@pytest.mark.parametrize(("right", "wrong", "key", "remedy"), RIGHTLESS)
def test_it_names_the_key_that_makes_no_sense(tmp_path, right, wrong, key, remedy):
    with pytest.raises(WrongProgramme) as refusal:
        read_programme(folder(tmp_path, FILE.replace(right, wrong)), on=ON)

    first = refusal.value.wrongs[0]
    assert ".".join(map(str, first.fault.path)).startswith(key)
    assert remedy in str(refusal.value)


@pytest.mark.parametrize(
    ("right", "wrong"), [("canteen =", "hometown ="), ("2027-01-31", "2026-08-31"), ("to = 2027-01-31", 'until = "soon"')]
)
def test_it_refuses_a_campaign_that_cannot_be(tmp_path, right, wrong):
    with pytest.raises(WrongProgramme):
        read_programme(folder(tmp_path, head=TAGS.replace(right, wrong)), on=ON)


def test_what_it_says_is_in_the_rows_and_a_tag_that_is_gone_is_offered_no_more(tmp_path, inside):
    load(read_programme(folder(tmp_path), on=ON), at=AT)

    one = register("honour")
    assert (one.tags, one.campaign, one.links, one.title_from) == (["hometown"], "optional", ["occasion:flag_speech"], "words")
    assert (one.pillar, one.years_kept, one.about_children, one.count_by) == ("体验", 3, True, ["level"])
    assert (one.coverage, one.facts, one.runs) == ("person:staff", ["honours"], ["begins", "ends"])
    assert [(tag.code, tag.is_campaign, tag.is_open_on(ON)) for tag in Tag.objects.all()] == [
        ("hometown", False, True), ("canteen", True, True),
    ]  # fmt: skip
    load(read_programme(folder(tmp_path, FILE.replace('tags = ["hometown"]\n', ""), HEAD), on=ON), at=AT)
    assert {tag.active_to for tag in Tag.objects.all()} == {AT.date()}


def test_a_rota_goes_only_with_a_register_that_has_campaigns():
    rota = SimpleNamespace(code="duty", table=SimpleNamespace(during="emergency"))
    registers = [
        SimpleNamespace(code=code, table=SimpleNamespace(runs=runs)) for code, runs in (("emergency", ()), ("flood", (1, 2)))
    ]

    (fault,) = goes_with_nothing({"register": registers, "rota": [rota]})
    assert fault.path == ("rota", "duty", "during") and "flood" in fault.words
