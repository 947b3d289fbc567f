"""A paper never asks for what is known, and says what is still to be answered."""

from datetime import date
from decimal import Decimal

import pytest

from navmark.foundation.papers.defaults import defaults
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.lacking import lacking
from navmark.foundation.papers.tests.samples import ONE, WANG, known

SEGMENTS = {
    "type": "rows", "label": "环节", "default": "value:微党课|rota:talk\n读书|rota:nobody",
    "columns": {"name": {"type": "line", "label": "环节"}, "leader": {"type": "person", "label": "主讲"}},
}  # fmt: skip


class Host:
    pk = WANG


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ({"type": "person", "label": "主持", "default": "host"}, WANG),
        ({"type": "people", "label": "评委", "default": "judges"}, (WANG,)),
        ({"type": "class", "label": "承担班级", "default": "rota"}, ONE),
        ({"type": "date", "label": "日期", "default": "day"}, date(2026, 11, 20)),
        ({"type": "line", "label": "地点", "default": "last"}, "操场"),
        ({"type": "line", "label": "问题", "default": "source:problem"}, "墙面开裂"),
        ({"type": "yes_no", "label": "公开", "default": "value:是"}, True),
        ({"type": "line", "label": "未知", "default": "weather"}, None),
        ({"type": "number", "label": "不合适", "default": "day"}, None),
        ({"type": "number", "label": "应到", "default": "expected"}, Decimal(26)),
        ({"type": "number", "label": "报审", "default": "counted:review"}, Decimal(7)),
        ({"type": "number", "label": "退回", "default": "counted:review/back"}, None),
        ({"type": "line", "label": "太长", "default": "last", "longest": 1}, None),
        (SEGMENTS, ({"name": "微党课", "leader": WANG}, {"name": "读书"})),
        ({"type": "heading", "label": "标题", "default": "day"}, None),
    ],
)
def test_what_is_known_is_filled_in(said, value):
    context = {
        "host": Host(), "judges": [Host()], "rota": {"x": ONE, "talk": WANG}, "day": date(2026, 11, 20), "expected": 26,
        "counted": {"counted:review": 7}, "last": {"x": "操场"}, "source": {"problem": "墙面开裂"},
    }  # fmt: skip
    assert defaults(described({"x": said}), context, known()).get("x") == value


PAPER = described(
    {
        "topic": {"type": "line", "label": "讲话主题", "required": "before"},
        "measure": {"type": "line", "label": "整改措施", "required": "step:accept"},
        "script": {"type": "paragraph", "label": "讲稿"},
        "old": {"type": "line", "label": "旧题", "required": "before", "retired": "2026-01-01"},
    }
)


@pytest.mark.parametrize(("step", "label"), [("", "讲话主题"), ("accept", "整改措施")])
def test_what_is_lacking_is_named_and_leads_to_its_field(step, label):
    (found,) = lacking(PAPER, {}, known(), at_step=step)
    assert str(found) == label and found.anchor == f"#id_{found.field.key}"
    assert not lacking(PAPER, {found.field.key: "有"}, known(), at_step=step)
