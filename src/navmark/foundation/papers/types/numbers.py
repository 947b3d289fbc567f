"""Numbers, and minutes, which are a number that one also writes as hours."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from pydantic import Field as Limited

from navmark.foundation.papers.fields import Label, PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.tables import cells
from navmark.foundation.tables.cells.plain import plain
from navmark.foundation.tables.writing import Field as TableField

LARGEST = 10**12
BLANK = "\u3000\u3000"  # a gap for the pen
DURATION = re.compile(r"(?:(\d{1,3})小时)?(?:(\d{1,4})分钟?)?")


@dataclass(frozen=True, kw_only=True)
class Number(PaperField, type="number"):
    """数字. Whole unless `decimals` says how many places; its value is a Decimal."""

    usual_width: ClassVar[int] = 2

    unit: Label = ""
    least: Decimal | None = None
    most: Decimal | None = None
    decimals: Annotated[int, Limited(ge=0, le=4)] = 0
    within: Label = ""  # the key of another number of the paper, which this one never exceeds

    @property
    def measure(self) -> str:
        return self.unit

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return digits("decimal" if self.decimals else "numeric")

    def initial(self, value: Value, known: Known) -> Any:
        return None if value is None else plainly(value)

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        return self.read(cleaned, known) if cleaned else None

    def of_known(self, value: Any) -> Value:
        return Decimal(value)

    def refuse(self, value: Value) -> None:
        if abs(value) >= LARGEST or value.as_tuple().exponent < -self.decimals:
            raise Unfit(_("At most %(places)d decimal places, and less than a million million.") % {"places": self.decimals})
        if self.least is not None and value < self.least:
            raise Unfit(_("No less than %(least)s; please correct it.") % {"least": plainly(self.least)})
        if self.most is not None and value > self.most:
            raise Unfit(_("No more than %(most)s; please correct it.") % {"most": plainly(self.most)})

    def kept(self, value: Value) -> Any:
        return plainly(value)

    def restored(self, stored: Any) -> Value:
        if not isinstance(stored, str) or not re.fullmatch(r"-?\d{1,13}(\.\d{1,4})?", stored):
            raise Unfit(_("This is no number."))
        return Decimal(stored)

    def words(self, value: Value, known: Known) -> str:
        return "" if value is None else f"{plainly(value)}{self.unit}"

    def for_the_pen(self, known: Known) -> str:
        return BLANK + self.unit if self.unit else ""

    def column(self) -> TableField:
        return TableField(self.label, "decimal" if self.decimals else "integer")

    def cell(self, value: Value, known: Known) -> Any:
        return value if value is None or self.decimals else int(value)

    def read(self, text: str, known: Known) -> Value:
        number = cells.decimal(plain(text).removesuffix(self.unit))
        return None if number is None else Decimal(plainly(number))


@dataclass(frozen=True, kw_only=True)
class Minutes(Number, type="minutes"):
    """时长, in minutes; 1小时30分 is read as 90."""

    unit: Label = "分钟"
    least: Decimal | None = Decimal(0)

    def read(self, text: str, known: Known) -> Value:
        found = DURATION.fullmatch(re.sub(r"\s+", "", plain(text)))
        if found and found[0]:
            return Decimal(60 * int(found[1] or 0) + int(found[2] or 0))
        return super().read(text, known)


def digits(keys: str) -> forms.Field:
    """A line for a number as people write it, ３６人 or 1,234.50元, which is read as a cell is; a phone shows its digits."""
    return forms.CharField(widget=forms.TextInput(attrs={"inputmode": keys}))


def plainly(number: Decimal) -> str:
    """12.5 and 300, never 12.50 or 3E+2."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
