"""How a rota goes round is changed in the browser: its differences and the next turns are seen, then it is adopted."""

from datetime import date

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.people.tests.factories import a_class, signed_in
from navmark.foundation.programme import returning
from navmark.foundation.programme.loading import load
from navmark.foundation.programme.models import PageEdition, ProgrammeDraft
from navmark.foundation.programme.reading import read_texts
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.tests.folders import ON
from navmark.foundation.programme.tests.test_returning import AT, TEXTS, administrator
from navmark.foundation.programme.turn_forms import TurnsForm
from navmark.foundation.programme.turning import asked_of, drop_slot, often_of, put_slot, put_turns, to_fill
from navmark.foundation.rotas.models import Rota, Turn

__all__ = ["administrator"]
DAY = date(2026, 12, 7)
SAID = {
    "among": "classes", "of": "klass", "order": "fixed", "every": "", "weeks": [], "places": 1, "ahead": 4, "confirm": True,
    "as_of": DAY,
}  # fmt: skip
WATER, WATER_FILE = '[rota.water]\nunit = "school"\namong = "classes"\nevery = "month"\nkeepers = ["moral_head"]\n', "water.toml"


def a_page():
    fields = {"klass": {"type": "class", "label": "班级"}, "who": {"type": "person", "label": "谁"}, "t": {"type": "line"}}
    return {"title": "值周", "activity": {"week": {"cadence": {"every": "week"}, "paper": fields}}, "rota": {"door": {}}}


@pytest.mark.on_one
def test_what_goes_without_saying_is_not_said_and_nobody_takes_it_from_an_activity():
    page = a_page()
    put_turns(page, "activity", "week", SAID)
    assert page["activity"]["week"]["rota"] == {"among": "classes", "of": "klass", "as_of": DAY}
    assert asked_of(page["activity"]["week"]["rota"])["order"] == "fixed" and often_of(page, "activity", "week") == "school_week"
    put_turns(page, "activity", "week", {**SAID, "among": ""})
    assert "rota" not in page["activity"]["week"] and [*to_fill(page, "activity", "week")] == ["klass", "who"]

    page["rota"]["door"] = {"unit": "school", "keepers": ["moral_head"], "among": "list", "every": "month", "hand_over": True}
    put_turns(page, "rota", "door", {**SAID, "every": "school_week", "weeks": [4, 8], "places": 2, "hand_over": False})
    assert page["rota"]["door"] == {
        "unit": "school", "keepers": ["moral_head"], "among": "classes", "of": "klass", "every": "school_week", "weeks": [4, 8],
        "places": 2, "as_of": DAY,
    }  # fmt: skip


@pytest.mark.on_one
def test_a_post_keeps_its_code_whatever_it_is_called_and_wherever_it_stands():
    told = {"posts": {"gate": "东门"}}
    put_slot(told, "posts", "", {"words": "操场", "words_en": "Yard", "place": 1, "as_of": DAY})
    put_slot(told, "posts", "gate", {"words": "正门", "words_en": "", "place": 1, "as_of": DAY})
    assert [*told["posts"].items()] == [("gate", {"words": "正门"}), ("post1", {"words": "操场", "words_en": "Yard"})]
    put_slot(told, "shifts", "", {"words": "早班", "hours": "7:20", "checklist": ["护栏"], "place": 1, "as_of": DAY})
    assert told["shifts"] == {"shift1": {"words": "早班", "hours": "7:20", "checklist": ["护栏"]}} and told["as_of"] == DAY
    drop_slot(told, "posts", "gate", {"as_of": DAY})
    drop_slot(told, "shifts", "shift1", {"as_of": DAY})
    assert [*told["posts"]] == ["post1"] and "shifts" not in told


@pytest.mark.on_one
@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"weeks": "4、八"}, "weeks"), ({"weeks": "4、8", "every": "month"}, "weeks"), ({"weeks": "31"}, "weeks"),
        ({"of": "who"}, "of"), ({"among": "staff", "of": "klass"}, "of"), ({"among": "pupils"}, "among"),
        ({"as_of": "2026-11-19"}, "as_of"), ({"as_of": "2028-01-01"}, "as_of"), ({"places": "0"}, "places"), ({}, ""),
        ({"weeks": "4，8 12"}, ""), ({"among": "unit:grade"}, ""), ({"among": "", "of": ""}, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named_at_its_field(said, field):
    data = {
        "among": "classes",
        "of": "klass",
        "order": "fixed",
        "places": "1",
        "ahead": "4",
        "as_of": "2026-12-07",
        "why": "试行",
    }
    asked = to_fill(a_page(), "activity", "week")
    form = TurnsForm({**data, **said}, on=ON, is_line=True, often="school_week", asked=asked, running={})
    assert [*form.errors] == [field] if field else form.is_valid()


@pytest.mark.usefixtures("inside")
def test_an_administrator_sees_the_next_turns_then_adopts_and_takes_back(administrator):
    classes = [a_class(number=number) for number in (1, 2)]
    texts = {**TEXTS, f"experience/{WATER_FILE}": f'title = "浇水"\n{WATER}'}
    load(read_texts(texts, name=ARTICLE, on=ON), at=AT)
    client, where = signed_in(administrator), ["experience", "water"]
    page, address = reverse("programme:page", args=where), reverse("programme:turns", args=[*where, "rota", "water"])
    assert address in client.get(page).content.decode()
    said = {"among": "classes", "order": "fixed", "every": "month", "places": "2", "ahead": "3", "why": "两班一起"}
    said |= {"as_of": client.get(address).context["form"].initial["as_of"].isoformat()}
    assert client.post(address, {**said, "every": "hour"}).status_code == 422

    draft = client.post(address, said)["Location"]
    shown = client.get(draft).content.decode()
    assert "两班一起" in shown and "接下来的轮次：浇水" in shown and "4 → 3" in " ".join(shown.split())
    assert all(one.name in shown or str(one) in shown for one in classes) and not Turn.objects.exists()
    client.post(draft, {"shown": returning.digest_in_force()})
    rota = Rota.objects.get(code="water")
    assert (rota.places, rota.ahead, rota.as_of.isoformat()) == (2, 3, said["as_of"]) and Turn.objects.filter(rota=rota).exists()
    edition = PageEdition.objects.filter(file=f"experience/{WATER_FILE}").latest("number")
    assert (edition.why, edition.made_by) == ("两班一起", administrator.pk)

    more = client.post(
        reverse("programme:add_post", args=[*where, "water"]), {**said, "words": "菜园", "words_en": "Garden", "place": "1"}
    )
    client.post(more["Location"], {"shown": returning.digest_in_force()})
    assert Rota.objects.get(code="water").posts == [["post1", "菜园", "Garden"]] and "菜园" in client.get(page).content.decode()
    put = reverse("programme:post", args=[*where, "water", "post1"])
    assert "Garden" in client.get(put).content.decode()
    drop = client.post(reverse("programme:drop_post", args=[*where, "water", "post1"]), said)["Location"]
    assert "取消" in client.get(drop).content.decode()
    client.post(reverse("programme:take_back", args=where), {"why": "还是原样"})
    assert Rota.objects.get(code="water").posts == [] and ProgrammeDraft.objects.count() == 1

    speech = ["experience", "speech", "activity", "speech"]
    first = client.post(reverse("programme:turns", args=speech), {**said, "every": ""})["Location"]
    assert "接下来的轮次：国旗下讲话轮值" in client.get(first).content.decode()
    client.post(first, {"shown": returning.digest_in_force()})
    assert Rota.objects.get(code="speech").every == "school_week" and ActivityKind.objects.get(code="speech").active_to is None
    assert client.get(reverse("programme:turns", args=[*speech[:2], "register", "none"])).status_code == 404
