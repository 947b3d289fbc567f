"""A class as offices write it. Either a grade (of the running school year) or an entry year is named, and a number."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..refusals import CellProblem
from .plain import is_nothing, numeral, plain

N = r"[0-9零〇一二三四五六七八九十]+"
BY_GRADE = re.compile(rf"(?:小学)?({N})(?:年级|年|[-.—])?[\[(（【]?({N})[\])）】]?班?")
BY_ENTRY = re.compile(rf"((?:19|20)\d\d)(?:级|届|年入学)[\[(（【]?({N})[\])）】]?班?")
ALONE = re.compile(rf"[\[(（【]?({N})[\])）】]?班?")  # beside a grade in a column of its own
GRADE = re.compile(rf"(?:小学)?({N})(?:年级|年)?")
ENTRY = re.compile(r"((?:19|20)\d\d)(?:级|年入学)?")
IN_TITLE = re.compile(rf"(?:{N}年级|{N}年|(?:19|20)\d\d级)[\[(（【]?{N}[\])）】]?班|[一二三四五六]?[\[(（【]{N}[\])）】]班")
CODE = re.compile(r"1?([1-6])(\d\d)")  # 1101: grade code 11 to 16 and two digits, as in the pupil-fitness roster; or 101
GRADES = range(1, 10)


@dataclass(frozen=True)
class ClassName:
    """A class by its grade or its entry year; by neither where a cell says no more than "1班"."""

    number: int
    grade: int | None = None
    entry_year: int | None = None

    @property
    def is_whole(self) -> bool:
        return self.grade is not None or self.entry_year is not None


@dataclass(frozen=True)
class WrittenGrade:
    """A grade of the running school year, or an entry year."""

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


def class_or_number(read: str) -> ClassName | None:
    """As `class_name`; also "1班", "(1)班" or "1", where the grade stands in a column of its own."""
    written = re.sub(r"[\s*]+", "", plain(read)).removesuffix(".0")
    if (found := ALONE.fullmatch(written)) and (number := numeral(found[1])) and number <= 60:
        return ClassName(number)
    return class_name(read)


def class_in(text: str) -> ClassName | None:
    """The class that a title or the name of a worksheet tells: 一年级1班学生名单. None where it tells none, or several."""
    found = set(IN_TITLE.findall(re.sub(r"\s+", "", plain(text))))
    try:
        return class_name(found.pop()) if len(found) == 1 else None
    except CellProblem:
        return None


def grade(read: str) -> WrittenGrade | None:
    """一年级, 1, 一, 2026级."""
    written = re.sub(r"[\s*]+", "", plain(read)).removesuffix(".0")
    if is_nothing(written):
        return None
    if found := ENTRY.fullmatch(written):
        return WrittenGrade(entry_year=int(found[1]))
    if (found := GRADE.fullmatch(written)) and numeral(found[1]) in GRADES:
        return WrittenGrade(grade=numeral(found[1]))
    raise CellProblem(_("“%(read)s” is not a grade; write it like %(example)s.") % {"read": read[:30], "example": "一年级"})


def _checked(read: str, *, number: int | None, grade: int | None = None, entry_year: int | None = None) -> ClassName:
    if not number or number > 60 or (entry_year is None and grade not in GRADES):
        raise _problem(read)
    return ClassName(number, grade, entry_year)


def _problem(read: str) -> CellProblem:
    return CellProblem(_("“%(read)s” is not a class; write it like %(example)s.") % {"read": read[:30], "example": "一年级(1)班"})
