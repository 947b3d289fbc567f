"""A newer page beside the one that was taken and the one the school has made of it: what is offered, and what taking it makes."""

from hypothesis import given, settings

from navmark.foundation.programme.merging import items, with_taken
from navmark.foundation.programme.tests.generated import PAGE

TAKEN = {
    "title": "国旗下讲话",
    "activity": {
        "speech": {
            "keepers": ["moral_head"],
            "cadence": {"every": "week"},
            "paper": {"topic": {"type": "line", "label": "主题"}, "script": {"type": "paragraph", "label": "讲稿"}},
        }
    },
}


def page(**told):
    speech = TAKEN["activity"]["speech"]
    return {**TAKEN, "activity": {"speech": {**speech, **told}}}


def test_only_what_the_school_lacks_is_offered_and_what_it_changed_itself_is_a_conflict():
    topic, script = TAKEN["activity"]["speech"]["paper"].values()
    asked = {"weather": {"type": "line", "label": "天气"}, "topic": {**topic, "label": "题目"}, "script": script}
    mine = page(cadence={"every": "month"}, paper={"topic": {**topic, "label": "讲话主题"}}, keepers=["counsellor"])
    new = page(cadence={"every": "term"}, paper=asked, keepers=["counsellor"])

    offered = list(items("f", TAKEN, mine, new, {}))
    assert [(one.what, one.taken, one.mine, one.new, one.is_conflict) for one in offered] == [
        ("频次 · 多久一次", "每周", "每月", "每学期", True),
        ("字段“天气”", "", "", "一行字", False),
        ("字段“题目” · 名称", "主题", "讲话主题", "题目", True),
    ]
    made = with_taken(mine, new, [offered[1].path])["activity"]["speech"]
    assert list(made["paper"]) == ["weather", "topic"] and made["cadence"] == {"every": "month"}
    assert not list(items("f", TAKEN, new, new, {})) and mine["activity"]["speech"]["paper"].keys() == {"topic"}


def test_an_order_that_changed_is_taken_around_what_the_school_alone_asks():
    asked = dict(reversed(TAKEN["activity"]["speech"]["paper"].items()))
    own = {"own": {"type": "line", "label": "自加"}}
    mine = page(paper={**own, **TAKEN["activity"]["speech"]["paper"]})

    (order,) = items("f", TAKEN, mine, page(paper=asked), {})
    assert (order.mine, order.new, order.is_conflict) == ("主题、讲稿", "讲稿、主题", False)
    assert list(with_taken(mine, page(paper=asked), [order.path])["activity"]["speech"]["paper"]) == ["own", "script", "topic"]


def test_a_page_that_is_shipped_no_more_is_one_item():
    assert [(one.path, one.is_conflict) for one in items("f", TAKEN, page(keepers=[]), {}, {})] == [((), True)]


@settings(max_examples=40, deadline=None)
@given(PAGE, PAGE, PAGE)
def test_all_of_it_taken_says_what_is_newer_and_none_of_it_leaves_the_page_alone(taken, mine, new):
    offered = list(items("f", taken, taken, new, {}))
    assert with_taken(taken, new, [one.path for one in offered]) == new and with_taken(mine, new, []) == mine

    again = with_taken(mine, new, [one.path for one in items("f", taken, mine, new, {})])
    assert not list(items("f", taken, again, new, {}))
