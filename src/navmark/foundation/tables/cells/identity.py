"""Numbers that name something. A spreadsheet that took them for quantities has spoilt them: that is said, never repaired."""

import re
from datetime import date

from django.utils.translation import gettext as _

from ..refusals import CellProblem
from .plain import SCIENTIFIC, is_nothing, plain

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643—1999
CHECK_DIGITS = "10X98765432"
MOBILE = re.compile(r"1[3-9]\d{9}")
LANDLINE = re.compile(r"(0[1-9]\d{1,2})?[2-9]\d{6,7}")
SEVERAL = re.compile(r"[/、,;\n]")
LONGEST_CODE = 40


def identifier(read: str) -> str | None:
    """A number or code kept as text, without inner blanks: 学籍号, 工号."""
    code = re.sub(r"\s+", "", plain(read)).removesuffix(".0")
    if is_nothing(code):
        return None
    _refuse_lost_digits(code)
    if len(code) > LONGEST_CODE:
        raise CellProblem(_("“%(read)s” is too long for a number or code.") % {"read": code[:30]})
    return code


def phone(read: str) -> str | None:
    """A mobile number, or a landline with or without its area code; digits only."""
    written = plain(read)
    if is_nothing(written):
        return None
    if len([part for part in SEVERAL.split(written) if len(part) >= 7]) > 1:
        raise CellProblem(_("several numbers stand here; keep one."))
    digits = re.sub(r"[\s()\-–—]", "", written).removesuffix(".0")
    _refuse_lost_digits(digits)
    digits = re.sub(r"^(\+|00)?86(?=1\d{10}$)|^(\+|00)86", "", digits)
    if MOBILE.fullmatch(digits):
        return digits
    if not LANDLINE.fullmatch(digits):
        raise CellProblem(_("“%(read)s” is not a telephone number; a mobile number has 11 digits.") % {"read": read[:30]})
    return digits


def id_number(read: str) -> str | None:
    """公民身份号码: 18 characters with the right check digit. The message hides the middle of what was read.

    15 digits are refused: such numbers have been out of use since 2013, and one digit typed wrong could not be noticed.
    """
    number = re.sub(r"\s+", "", plain(read)).upper().lstrip("'")
    if is_nothing(number):
        return None
    _refuse_lost_digits(number)
    shown = {"read": number if len(number) < 8 else f"{number[:3]}…{number[-2:]}"}
    if re.fullmatch(r"\d{15}", number):
        raise CellProblem(_("“%(read)s” is a number of the old kind with 15 digits; write the one with 18.") % shown)
    if not re.fullmatch(r"\d{17}[\dX]", number):
        raise CellProblem(_("“%(read)s” is not an identity number; it has 17 digits and a last digit or X.") % shown)
    if (
        not _is_day(number[6:14])
        or CHECK_DIGITS[sum(int(d) * w for d, w in zip(number, WEIGHTS, strict=False)) % 11] != number[17]
    ):
        raise CellProblem(_("“%(read)s” cannot be right: its check digit does not fit. Compare it with the document.") % shown)
    return number


def check_digit(first_17: str) -> str:
    return CHECK_DIGITS[sum(int(digit) * weight for digit, weight in zip(first_17, WEIGHTS, strict=True)) % 11]


def _is_day(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).year >= 1900
    except ValueError:
        return False


def _refuse_lost_digits(number: str) -> None:
    if SCIENTIFIC.fullmatch(number):
        message = _("“%(read)s” has lost its last digits; make the column text in WPS and type the number again.")
        raise CellProblem(message % {"read": number})
