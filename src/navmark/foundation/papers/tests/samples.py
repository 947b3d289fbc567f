"""A field of each type as a programme says it, with an answer to it; and a school that knows two people and two classes."""

from datetime import date, time
from decimal import Decimal

from navmark.foundation.papers.known import Known
from navmark.foundation.people.by_name import Choosable

WANG, LI, PUPIL = (f"01890000-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))
ONE, TWO, GROUP = (f"01890000-0000-7000-8000-00000000001{number}" for number in (1, 2, 3))
PLAN, PHOTO = (f"01890000-0000-7000-8000-00000000002{number}" for number in (1, 2))
PEOPLE = {
    "staff": (Choosable(WANG, "王雅", "T01"), Choosable(LI, "李文", "T02")),
    "pupils": (Choosable(PUPIL, "陈思", "三年级(1)班"),),
}
UNITS = {
    "class": (Choosable(ONE, "三年级(1)班"), Choosable(TWO, "三年级(2)班")),
    "subject_group": (Choosable(GROUP, "语文组"),),
    "": (Choosable(ONE, "三年级(1)班"), Choosable(TWO, "三年级(2)班"), Choosable(GROUP, "语文组")),
}

COLUMNS = {"item": {"type": "line", "label": "节目"}, "marks": {"type": "number", "label": "得分", "decimals": 1}}

# type -> (how it is said, an answer, the answer in words)
SAMPLES = {
    "line": ({"label": "讲话主题"}, "向雷锋学习", "向雷锋学习"),
    "paragraph": ({"label": "讲稿"}, "同学们：\n早上好。", "同学们：\n早上好。"),
    "number": ({"label": "到场", "unit": "人", "least": 0, "most": 3000}, Decimal(36), "36人"),
    "money": ({"label": "经费"}, 123450, "1,234.50元"),
    "score": ({"label": "仪态", "of": 10, "weight": 2, "decimals": 1}, Decimal("8.5"), "8.5分"),
    "date": ({"label": "完成时限"}, date(2026, 11, 20), "2026年11月20日"),
    "time": ({"label": "开始时间"}, time(16, 30), "16:30"),
    "minutes": ({"label": "时长"}, Decimal(90), "90分钟"),
    "yes_no": ({"label": "是否公开"}, True, "是"),
    "choice": ({"label": "形式", "choices": {"talk": "讲授", "film": "观影"}}, "film", "观影"),
    "choices": ({"label": "年级", "choices": ["低年级", "中年级", "高年级"]}, ("低年级", "高年级"), "低年级、高年级"),
    "person": ({"label": "审稿", "of": "staff"}, WANG, "王雅"),
    "people": ({"label": "评委", "of": "staff"}, (LI, WANG), "李文、王雅"),
    "unit": ({"label": "承办", "of": "subject_group"}, GROUP, "语文组"),
    "units": ({"label": "参加单位"}, (ONE, GROUP), "三年级(1)班、语文组"),
    "class": ({"label": "承担班级"}, TWO, "三年级(2)班"),
    "rows": (
        {"label": "节目单", "columns": COLUMNS},
        ({"item": "合唱|二重唱", "marks": Decimal("9.5")}, {"item": "朗诵"}),
        "合唱|二重唱；9.5\n朗诵",
    ),
    "file": ({"label": "方案"}, (PLAN,), "方案.docx"),
    "picture": ({"label": "照片"}, (PHOTO,), "现场.jpg"),
    "total": ({"label": "总分", "of": ["score"]}, Decimal(17), "17"),
    "heading": ({"label": "活动情况"}, None, ""),
    "note": ({"label": "由承办处室填写。"}, None, ""),
    "lines": ({"label": "备注"}, None, ""),
}
TYPED = [kind for kind in SAMPLES if kind not in ("file", "picture", "total", "heading", "note", "lines")]


def a_paper(*kinds: str) -> dict[str, dict]:
    """A table of fields of these types (all where none is named), each under its type's name as its key."""
    return {kind: {"type": kind, **said} for kind, (said, _value, _words) in SAMPLES.items() if kind in (kinds or SAMPLES)}


def answered(*kinds: str) -> dict[str, object]:
    """The answers that are kept: totals are not."""
    told = {kind: value for kind, (_said, value, _words) in SAMPLES.items() if kind in (kinds or SAMPLES)}
    return {kind: value for kind, value in told.items() if value is not None and kind != "total"}


def known() -> Known:
    return Known(
        date(2026, 11, 20),
        people=lambda circle: PEOPLE.get(circle, ()),
        units=lambda kind: UNITS.get(kind, ()),
        names={PLAN: "方案.docx", PHOTO: "现场.jpg"},
    )
