"""A table comes into a register as it is: read by the headings of head and paper, looked at, then all of it or nothing."""

import re

import pytest
from django.urls import reverse

from navmark.foundation.links.models import Tag, Tie
from navmark.foundation.people.tests.factories import a_staff_member, signed_in
from navmark.foundation.registers.models import Entry, HandRole
from navmark.foundation.registers.queries import written_of
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import make_register, make_school
from navmark.foundation.tenancy.scope import within

MOVED, UNFIT = 302, 422
PAPER = {
    "outlet": {"type": "line", "label": "刊物", "aliases": ["发表刊物"], "required": "before"},
    "level": {"type": "choice", "label": "级别", "choices": ["国家级", "省级", "市级"]},
    "page": {"type": "line", "label": "版面", "aliases": ["版面或页码"]},
}
TABLE = """题目,作者,发表刊物,级别,发表日期,版面或页码,备注
红烛,{author},教育报,国家级,2021年5月9日,第4版,
春天里,{author},教师报,省级,2021年2月15日,第6版,好
"""


@pytest.fixture
def here(inside):
    scene = make_school()
    make_register("articles", paper=PAPER, title="发表文章", roles=["author"], numbered=False, owned=False, campaign="optional")
    scene.author = a_staff_member()
    a_staff_member(name="两同名"), a_staff_member(name="两同名")
    return scene


def posted(desk, table, **more):
    return desk.post(reverse("registers:import", args=["articles"]), {"pasted": table, **more})


def test_it_is_looked_at_and_taken_and_asked_about_the_second_time(here, school):
    desk, table = signed_in(here.head), TABLE.format(author=here.author.name)
    asked = {"unit": f"{here.whole.pk}"}
    page = posted(desk, table, **asked).content.decode()
    assert "每一行都可以导入" in page and "备注" in page and "第6版" in page
    digest = re.search(r'name="shown" value="(\w+)"', page)[1]

    assert posted(desk, table, **asked, commit="1", shown="stale").status_code == UNFIT
    assert posted(desk, table, **asked, commit="1", shown=digest).status_code == MOVED
    with within(school):
        first = Entry.objects.get(title="红烛")
        assert (f"{first.day}", first.hands.get().role, first.hands.get().person) == ("2021-05-09", HandRole.AUTHOR, here.author)
        assert written_of(first)[0].values == {"outlet": "教育报", "level": "国家级", "page": "第4版"}

    again = posted(desk, table, **asked).content.decode()
    assert again.count("已有") >= 2 and 'name="commit"' not in again
    answers = {"row-2": "same", "row-3": "another"}
    digest = re.search(r'name="shown" value="(\w+)"', posted(desk, table, **asked, **answers).content.decode())[1]
    posted(desk, table, **asked, **answers, commit="1", shown=digest)
    with within(school):
        assert sorted(Entry.objects.values_list("title", flat=True)) == ["春天里", "春天里", "红烛"]


OF_YEARS = """题目,作者,发表刊物,级别,发表日期,状态
红烛,傅华、{author},教育报,国家级,2021年5月9日,
春天里,林雅嫣,教师报,省级,2021年2月15日,
夏之声,{author},,,,撰写中
"""


def test_a_table_of_years_says_where_each_stands_and_names_those_who_have_left(here, school):
    paper = {
        **PAPER,
        "outlet": {**PAPER["outlet"], "required": "step:accept"},
        "published": {"type": "date", "label": "发表日期"},
    }
    states = (EntryState("draft", "撰写中"), EntryState("out", "已发表", is_closed=True))
    course = Course(states, (EntryStep("accept", ("draft",), "out", "登记发表", ("owner",)),))
    make_register("kept", course, paper, title="宣传稿件", roles=["author"], numbered=False, owned=False)
    desk, address = signed_in(here.head), reverse("registers:import", args=["kept"])
    table = {"pasted": OF_YEARS.format(author=here.author.name), "unit": f"{here.whole.pk}", "state": "out"}

    empty = desk.post(address, {**table, "pasted": table["pasted"].replace("教师报", "")})
    assert empty.status_code == UNFIT and "刊物：这一格是空的，“已发表”的条目要填写" in empty.content.decode()

    page = desk.post(address, table).content.decode()
    assert "每一行都可以导入" in page and "不在本校名单上，只记姓名：林雅嫣" in page and "2026" in page
    taken = desk.post(address, {**table, "commit": "1", "shown": re.search(r'name="shown" value="(\w+)"', page)[1]})
    assert taken.url.endswith("?year=2026")
    of_2021 = desk.get(reverse("registers:list", args=["kept"]), {"year": "2021"})
    assert "<option selected>2021</option>" in of_2021.content.decode()
    with within(school):
        first, second, third = (Entry.objects.get(title=title) for title in ("红烛", "春天里", "夏之声"))
        assert (first.others, [hand.person for hand in first.hands.all()], second.others) == ("傅华", [here.author], "林雅嫣")
        assert (f"{first.day}", first.state, third.state, third.closed_at) == ("2021-05-09", "out", "draft", None)
        assert first.closed_at and [(one.was, one.became) for one in first.moves.all()] == [("draft", "out")]
    assert "傅华" in desk.get(reverse("registers:entry", args=[first.pk])).content.decode()


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ("2021年5月9日", "2021年5月", "2021年5月"),
        ("国家级", "世界级", "世界级"),
        ("教育报", "", "发表刊物"),
        ("红烛", "春天里", "春天里"),
        ("题目", "叫法", "没有认出：名称"),
        ("{author},教育报", "两同名,教育报", "叫“两同名”的不止一个"),
    ],
)
def test_what_is_wrong_is_told_at_its_row_and_nothing_comes_in(here, school, right, wrong, why):
    table = TABLE.replace("春天里,{author},教师报,省级,2021年2月15日", "春天里,{author},教师报,省级,2021年5月9日")
    page = posted(
        signed_in(here.head), table.replace(right, wrong, 1).format(author=here.author.name), unit=f"{here.whole.pk}", commit="1"
    )

    assert page.status_code == UNFIT and why in page.content.decode()
    with within(school):
        assert not Entry.objects.exists()


def test_rows_typed_from_paper_are_added_together_and_say_of_which_day_the_paper_is(here, school):
    """Which campaign all of them serve is asked once, where one runs."""
    desk, address = signed_in(here.head), reverse("registers:batch", args=["articles"])
    page = desk.get(address).content.decode()
    assert 'name="cell-0-outlet"' in page and "serves-tags" not in page
    with within(school):
        Tag.objects.create(code="style", title="作风建设", from_day="2026-01-01", to_day="2099-01-01")
    typed = {
        "paper_day": "2026-11-20", "serves-tags": ["style"], "cell-0-head.title": "红烛",
        "cell-0-head.author": here.author.name, "cell-0-outlet": "教育报",
        "cell-2-head.title": "春天里", "cell-2-head.day": "2026-11-18", "cell-2-outlet": "",
    }  # fmt: skip

    answer = desk.post(address, typed)
    page = answer.content.decode()
    assert answer.status_code == UNFIT and 'value="红烛"' in page and "还没有录入" in page
    assert re.search(r'value="style"[^>]*checked', page)
    with within(school):
        assert not Entry.objects.exists()
    assert desk.post(address, typed | {"cell-2-outlet": "教师报"}).status_code == MOVED
    with within(school):
        found = Entry.objects.order_by("day").values_list("title", "day", "paper_day")
        assert [(title, f"{day}", f"{paper}") for title, day, paper in found] == [
            ("春天里", "2026-11-18", "2026-11-20"), ("红烛", "2026-11-20", "2026-11-20"),
        ]  # fmt: skip
        entry = Entry.objects.first()
        assert Tie.objects.filter(tag__code="style").count() == len(found)
    assert "补录" in desk.get(reverse("registers:entry", args=[entry.pk])).content.decode()

    assert 'name="row-0"' in desk.post(address, typed | {"cell-2-outlet": "教师报"}).content.decode()
    ahead = desk.post(address, typed | {"paper_day": "2099-01-01"})
    assert ahead.status_code == UNFIT and desk.post(address, {"paper_day": "2026-11-20"}).status_code == UNFIT
