"""Quantities. What is only written in digits (a phone, a pupil's number) is no quantity; see identity.py."""

import re
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from ..refusals import CellProblem
from .plain import is_nothing, plain

NUMBER = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")


def integer(read: str) -> int | None:
    number = _number(read)
    if number is not None and number != number.to_integral_value():
        raise CellProblem(_("“%(read)s” is not a whole number.") % {"read": read[:30]})
    return None if number is None else int(number)


def decimal(read: str) -> Decimal | None:
    return _number(read)


def _number(read: str) -> Decimal | None:
    number = plain(read).replace("−", "-").replace("¥", "").replace(" ", "").removesuffix("元")
    if is_nothing(number):
        return None
    try:
        if len(number) <= 30 and NUMBER.fullmatch(number):
            return Decimal(number.replace(",", ""))
    except InvalidOperation:
        pass
    raise CellProblem(_("“%(read)s” is not a number; write it in digits, such as 12 or 12.5.") % {"read": read[:30]})
