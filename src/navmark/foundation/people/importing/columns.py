"""Columns that several tables share, with the headings offices give them."""

from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from navmark.foundation.tables import cells
from navmark.foundation.tables.headings import Column

ETHNICITIES = Path(__file__).parents[1] / "ethnicities.txt"


@cache
def ethnicities() -> dict[str, str]:
    """Code of GB/T 3304 -> name."""
    return dict(line.split() for line in ETHNICITIES.read_text(encoding="utf-8").splitlines())


def ethnicity(read: str) -> str:
    """A code (01), or a name with or without 族."""
    word = cells.text(30)(read)
    if word.isdecimal():
        return ethnicities().get(word.zfill(2), word)
    return word if word.endswith("族") or f"{word}族" not in ethnicities().values() else f"{word}族"


def name() -> Column:
    return Column("name", _("Name"), ("姓名", "名字", "教师姓名", "学生姓名", "党员姓名"), cells.person_name, required=True)


def sex() -> Column:
    return Column("sex", _("Sex"), ("性别",), cells.sex)


def born() -> Column:
    aliases = ("出生日期", "出生年月", "出生年月日", "出生时间", "生日")
    return Column("born", _("Date of birth"), aliases, cells.written_date, is_day=True)


def id_number() -> Column:
    aliases = ("公民身份号码", "身份证号", "身份证号码", "身份证件号", "公民身份证号", "公民身份证号码", "身份证")
    return Column("id_number", _("Identity number"), aliases, cells.id_number)


def phone() -> Column:
    aliases = ("手机号码", "联系电话", "手机号", "手机", "移动电话", "联系方式", "电话", "本人电话")
    return Column("phone", _("Phone"), aliases, cells.phone)


def address() -> Column:
    aliases = ("家庭住址", "现住址", "现居住地", "家庭地址", "住址", "居住地址")
    return Column("address", _("Address"), aliases, cells.text(200))


def ethnic() -> Column:
    return Column("ethnicity", _("Ethnicity"), ("民族", "民族代码"), ethnicity)


def education() -> Column:
    return Column("education", _("Education"), ("学历", "最高学历", "文化程度"), cells.text(30))


def subject() -> Column:
    return Column("subject", _("Subject taught"), ("任教学科", "学科", "任课学科", "所教学科"), cells.text(40))


def staff_number() -> Column:
    aliases = ("工号", "教工号", "职工号", "教职工号", "教师编号", "人员编号", "教工编号")
    return Column("staff_number", _("Staff number"), aliases, cells.identifier)


def remark() -> Column:
    return Column("remark", _("Remark"), ("备注", "备注说明", "说明"), cells.text(300))


def serial() -> Column:
    """序号 only counts the lines of a table; it is read so that it is not kept as a fact about somebody."""
    return Column("serial", _("Serial number (not kept)"), ("序号", "编号", "No", "行号"), cells.text(20))
