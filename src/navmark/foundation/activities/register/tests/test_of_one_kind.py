"""The register of a kind: what one may see, filtered, paged, and exported as shown."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from navmark.foundation.activities.occasions.tests.scene import PAPER, an_occasion, make_school
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.making import make_edition
from navmark.foundation.people.tests.factories import signed_in


@pytest.fixture
def here(inside):
    return make_school()


def listing(client, kind="line", **query):
    return client.get(reverse("activities:register", args=[kind]), query).content.decode()


def table(client, kind="line", **query):
    body = client.get(reverse("activities:register_table", args=[kind]), query).getvalue()
    return list(load_workbook(io.BytesIO(body)).active.iter_rows(values_only=True))


def test_it_shows_what_was_written_and_counts(here):
    an_occasion("line", here.classes[0], by=here.teacher, topic="节约", account="讨论。")

    heading, row = table(signed_in(here.teacher))[1:]
    assert heading == ("日期", "班级", "主题", "过程纪要", "应到人数", "实到人数")
    assert row[1:] == ("一年级(1)班", "节约", "讨论。", 3, None)


def test_a_filter_holds_for_list_and_table_alike(here):
    an_occasion("line", here.classes[0], by=here.teacher, topic="节约")
    an_occasion("line", here.classes[1], by=here.moral_head, topic="安全")
    client = signed_in(here.teacher)

    for query in ({"unit": here.classes[1].pk}, {"q": "安"}):
        page = listing(client, **query)
        assert "安全" in page and "节约" not in page
        assert [row[2] for row in table(client, **query)[2:]] == ["安全"]


@pytest.mark.parametrize("query", [{"unit": "x"}, {"year": "9" * 50}, {"page": "x"}])
def test_it_answers_whatever_is_asked(here, query):
    assert signed_in(here.teacher).get(reverse("activities:register", args=["line"]), query).status_code == 200


def test_thirty_cost_as_many_queries_as_one(here):
    client = signed_in(here.teacher)

    def cost():
        with CaptureQueriesContext(connection) as seen:
            assert listing(client, kind="research")
        return len(seen)

    an_occasion("research", here.group, by=here.head)
    one = cost()
    for days in range(1, 30):
        an_occasion("research", here.group, by=here.head, ago=timedelta(hours=days))
    assert cost() == one


def test_it_is_paged_by_fifty(here):
    for hours in range(1, 53):
        an_occasion("line", here.classes[0], by=here.teacher, ago=timedelta(minutes=hours))
    client = signed_in(here.teacher)

    assert listing(client).count("<tr>") == 51
    assert listing(client, page="2").count("<tr>") == 3
    assert len(table(client)) == 54


def test_a_field_more_is_a_column_more_and_old_answers_stay(here):
    an_occasion("line", here.classes[0], by=here.teacher, topic="节约")
    more = {**PAPER, "weather": {"type": "line", "label": "天气"}}
    make_edition("activity.line", described(more), title="主题班会", by=None, at=timezone.now())
    an_occasion("line", here.classes[1], by=here.moral_head, topic="安全", weather="晴")

    heading, *rows = table(signed_in(here.teacher))[1:]
    assert [row[heading.index("天气")] for row in rows] in ([None, "晴"], ["晴", None])
    assert "节约" in [row[heading.index("主题")] for row in rows]
