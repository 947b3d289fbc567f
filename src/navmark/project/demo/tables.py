"""The tables that the demo school has on its disk, as tab-separated text."""

from dataclasses import dataclass
from datetime import date, timedelta

from navmark.project.demo.names import InventedNames

BRANCH = "中共启明实验小学支部委员会"
SUBJECTS = ("语文", "数学", "英语", "道德与法治", "科学", "体育", "音乐", "美术", "信息科技", "综合实践")
POSTS = ("校长", "副校长", "教导主任", "德育主任", "办公室主任", "大队辅导员", "工会主席", "总务主任")
PARTY_POSTS = ("书记", "副书记", "组织委员", "宣传委员", "纪检委员")
GROUPS = ("第一党小组", "第二党小组", "第三党小组", "第四党小组")
STAFF, FULL, PROBATIONARY, CLASSES, PUPILS_A_CLASS = 104, 24, 2, 6, 45
GRADES = "一二三四五六"


@dataclass(frozen=True)
class Someone:
    name: str
    sex: str
    born: date
    phone: str


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join("\t".join(row) for row in (head, *rows))


def staff_people() -> list[Someone]:
    names = InventedNames(1)
    dice = names.dice
    return [
        Someone(names.draw(), dice.choice("男女女"), date(dice.randint(1967, 1999), dice.randint(1, 12), dice.randint(1, 28)),
                f"199{number:08d}")
        for number in range(STAFF)
    ]  # fmt: skip


def staff_table(people: list[Someone]) -> str:
    head = ("序号", "姓名", "性别", "出生年月", "政治面貌", "任教学科", "职务", "班主任班级", "手机号码", "备注")
    return _table(head, [_staff_row(number, one) for number, one in enumerate(people)])


def _staff_row(number: int, one: Someone) -> tuple[str, ...]:
    members = FULL + PROBATIONARY
    standing = "中共党员" if number < members else "入党积极分子" if number < members + 3 else "群众"
    post = POSTS[number] if number < len(POSTS) else "教师"
    place = number - 14
    form = f"{GRADES[place // CLASSES]}年级({place % CLASSES + 1})班" if 0 <= place < CLASSES * len(GRADES) else ""
    remark = {20: "支教（2025年9月至2027年7月）", 22: "已退休"}.get(number, "")
    born, subject = f"{one.born:%Y.%m}", SUBJECTS[number % len(SUBJECTS)]
    return (str(number + 1), one.name, one.sex, born, standing, subject, post, form, one.phone, remark)


def members_table(people: list[Someone], today: date) -> str:
    head = (
        "姓名",
        "性别",
        "民族",
        "出生日期",
        "学历",
        "人员类别",
        "所在党支部",
        "加入党组织日期",
        "转为正式党员日期",
        "联系电话",
    )
    head += ("党内职务", "党小组")
    return _table(head, [_member_row(number, one, today) for number, one in enumerate(people[: FULL + PROBATIONARY])])


def _member_row(number: int, one: Someone, today: date) -> tuple[str, ...]:
    joined = date(one.born.year + 26, 6, 20)
    if number >= FULL:
        joined = today - timedelta(days=200)
        kind, full_since = "预备党员", ""
    else:
        kind, full_since = "正式党员", f"{joined.replace(year=joined.year + 1):%Y-%m-%d}"
    post = PARTY_POSTS[number] if number < len(PARTY_POSTS) else ""
    facts = (one.name, one.sex, "汉族", f"{one.born:%Y-%m-%d}", "大学本科", kind, BRANCH, f"{joined:%Y-%m-%d}", full_since)
    return (*facts, one.phone, post, GROUPS[number % len(GROUPS)])


def pupils_table(school_year: int) -> str:
    names = InventedNames(2)
    dice = names.dice
    rows: list[tuple[str, ...]] = []
    for grade in range(1, len(GRADES) + 1):
        for number in range(1, CLASSES + 1):
            for seat in range(1, PUPILS_A_CLASS + 1):
                born = date(school_year - grade - 5, 9, 1) + timedelta(days=dice.randint(0, 364))
                key = f"L99{grade}{number:02d}{seat:03d}"
                form = f"{GRADES[grade - 1]}年级({number})班"
                rows.append((f"1{grade}{number:02d}", form, key, names.draw(), dice.choice("12"), f"{born:%Y-%m-%d}"))
    return _table(("班级编号", "班级名称", "学籍号", "姓名", "性别", "出生日期"), rows)
