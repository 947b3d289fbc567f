"""Points out of so many, and totals, which nobody types."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from django.utils.translation import gettext as _
from pydantic import Field as Limited

from navmark.foundation.papers.fields import Key, Label, PaperField, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.papers.types.money import CENTS, Money
from navmark.foundation.papers.types.numbers import BLANK, Number, plainly
from navmark.foundation.tables.writing import Field as TableField
from navmark.foundation.tables.writing import Kind


@dataclass(frozen=True, kw_only=True)
class Score(Number, type="score"):
    """得分, out of `of`; a total counts it `weight` times."""

    of: Decimal = Decimal(100)
    weight: Annotated[Decimal, Limited(gt=0)] = Decimal(1)
    unit: Label = "分"
    least: Decimal | None = Decimal(0)

    @property
    def measure(self) -> str:
        return f"满分{plainly(self.of)}{self.unit}"

    def refuse(self, value: Value) -> None:
        super().refuse(value)
        if value > self.of:
            raise Unfit(_("No more than %(most)s; please correct it.") % {"most": plainly(self.of)})

    def for_the_pen(self, known: Known) -> str:
        return f"{BLANK}{self.unit}（{self.measure}）"


@dataclass(frozen=True, kw_only=True)
class Total(PaperField, type="total"):
    """合计 of other fields of the paper, as they stand now; it is never typed, and an import passes it over."""

    is_typed: ClassVar[bool] = False
    is_simple: ClassVar[bool] = False
    cell_kind: ClassVar[Kind] = "decimal"

    of: Annotated[tuple[Key, ...], Limited(min_length=1)]
    unit: Label = ""

    def sum(self, values: Mapping[str, Value], fields: Mapping[str, PaperField]) -> Value:
        """The sum in the unit of its fields (yuan for money); None while none of them is answered."""
        terms = [_counted(fields[key], values[key]) for key in self.of if key in fields and values.get(key) is not None]
        return Decimal(plainly(sum(terms, Decimal(0)))) if terms else None

    def restored(self, stored: Any) -> Value:
        raise Unfit(_("A total is counted, never kept."))

    def words(self, value: Value, known: Known) -> str:
        return "" if value is None else f"{plainly(value)}{self.unit}"

    def for_the_pen(self, known: Known) -> str:
        return BLANK + self.unit if self.unit else ""

    def column(self) -> TableField:
        return TableField(self.label, "decimal")

    def cell(self, value: Value, known: Known) -> Any:
        return value

    def read(self, text: str, known: Known) -> Value:
        return None


def _counted(field: PaperField, value: Value) -> Decimal:
    if isinstance(field, Money):
        return Decimal(value) / CENTS
    return value * field.weight if isinstance(field, Score) else value


def can_be_added(field: PaperField) -> bool:
    return isinstance(field, (Number, Money))
