"""What units are called: 第一党小组, 一年级(1)班. A class is named by its grade on the day, so its name is never stored."""

from collections.abc import Iterable
from datetime import date

from navmark.foundation.people.models import Post, Unit, UnitKind
from navmark.foundation.ui.numerals import numeral


def group_name(number: int) -> str:
    return f"第{numeral(number)}党小组"


def grade_name(grade: int) -> str:
    """一年级."""
    return f"{numeral(grade)}年级"


def class_name_on(unit: Unit, day: date) -> str:
    """一年级(1)班 while the class is at school, else its year of entry."""
    grade = unit.grade_on(day)
    return f"{grade_name(grade)}({unit.number})班" if grade else f"{unit.entry_year}级({unit.number})班"


def name_on(unit: Unit, day: date) -> str:
    """How any unit is called on `day`."""
    return class_name_on(unit, day) if unit.kind == UnitKind.CLASS else unit.name


def order_on_lists(unit: Unit) -> tuple:
    """Sorts units of one kind as a school lists them: the youngest class first, grades and Party groups by number."""
    return -(unit.entry_year or 0), unit.number or 0, unit.name


def post_on(post: Post, day: date) -> str:
    """班主任 · 三年级(3)班: an office with its unit as that is called on `day`."""
    return f"{post.called} · {name_on(post.unit, day)}" if post.unit else post.called


def offices(posts: Iterable[Post], *kinds: str) -> str:
    """书记、校长: each once, in whichever units. `kinds`: of these alone."""
    return "、".join(dict.fromkeys(one.called for one in posts if not kinds or one.kind in kinds))
