"""A class as offices write it. Either a grade (of the running school year) or an entry year is named, and a number."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..refusals import CellProblem
from .plain import is_nothing, numeral, plain

N = r"[0-9零〇一二三四五六七八九十]+"
BY_GRADE = re.compile(rf"(?:小学)?({N})(?:年级|年|[-.—])?[\[(（【]?({N})[\])）】]?班?")
BY_ENTRY = re.compile(rf"((?:19|20)\d\d)(?:级|届|年入学)[\[(（【]?({N})[\])）】]?班?")
CODE = re.compile(r"1?([1-6])(\d\d)")  # 1101: grade code 11 to 16 and two digits, as in the pupil-fitness roster; or 101
GRADES = range(1, 10)


@dataclass(frozen=True)
class ClassName:
    number: int
    grade: int | None = None
    entry_year: int | None = None


def class_name(read: str) -> ClassName | None:
    """一年级(1)班, 1年级1班, 一(1)班, 一.1班, 2021级3班, 1101. "2021届" is refused: it names the year of leaving."""
    written = re.sub(r"[\s*]+", "", plain(read)).removesuffix(".0")
    if is_nothing(written):
        return None
    if found := CODE.fullmatch(written):
        return _checked(read, number=int(found[2]), grade=int(found[1]))
    if (found := BY_ENTRY.fullmatch(written)) and "届" not in written:
        return _checked(read, number=numeral(found[2]), entry_year=int(found[1]))
    found = BY_GRADE.fullmatch(written)
    if found and re.fullmatch(r"[0-9]+|[^0-9]+", found[1]) and not written.isdecimal():
        return _checked(read, number=numeral(found[2]), grade=numeral(found[1]))
    raise _problem(read)


def _checked(read: str, *, number: int | None, grade: int | None = None, entry_year: int | None = None) -> ClassName:
    if not number or number > 60 or (entry_year is None and grade not in GRADES):
        raise _problem(read)
    return ClassName(number, grade, entry_year)


def _problem(read: str) -> CellProblem:
    return CellProblem(_("“%(read)s” is not a class; write it like %(example)s.") % {"read": read[:30], "example": "一年级(1)班"})
