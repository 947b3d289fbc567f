"""Money. Its value is whole cents, so that no sum is ever rounded."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from navmark.foundation.papers.fields import PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.papers.types.numbers import BLANK, LARGEST, digits
from navmark.foundation.tables import cells
from navmark.foundation.tables.writing import ValueKind

CENTS = 100


@dataclass(frozen=True, kw_only=True)
class Money(PaperField, type="money"):
    """金额, in yuan on the page and in cents within."""

    cell_kind: ClassVar[ValueKind] = "money"

    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def measure(self) -> str:
        return "元"

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return digits("decimal")

    def initial(self, value: Value, known: Known) -> Any:
        return None if value is None else f"{Decimal(value) / CENTS:.2f}"

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        return self.read(cleaned, known) if cleaned else None

    def refuse(self, value: Value) -> None:
        if abs(value) >= LARGEST:
            raise Unfit(_("This amount is too large; please correct it."))
        if self.least is not None and value < self.least * CENTS:
            raise Unfit(_("No less than %(least)s; please correct it.") % {"least": in_yuan(int(self.least * CENTS))})
        if self.most is not None and value > self.most * CENTS:
            raise Unfit(_("No more than %(most)s; please correct it.") % {"most": in_yuan(int(self.most * CENTS))})

    def restored(self, stored: Any) -> Value:
        if type(stored) is not int:
            raise Unfit(_("This is no number."))
        return stored

    def words(self, value: Value, known: Known) -> str:
        return "" if value is None else in_yuan(value)

    def for_the_pen(self, known: Known) -> str:
        return f"{BLANK}元"

    def cell(self, value: Value, known: Known) -> Any:
        return None if value is None else Decimal(value) / CENTS

    def read(self, text: str, known: Known) -> Value:
        amount = cells.decimal(text)
        return None if amount is None else _cents(amount)


def in_yuan(cents: int) -> str:
    """1,234.50元."""
    return f"{Decimal(cents) / CENTS:,.2f}元"


def _cents(yuan: Decimal) -> int:
    cents = yuan * CENTS
    if cents != cents.to_integral_value():
        raise Unfit(_("An amount has two decimal places at most, as in 12.50."))
    return int(cents)
