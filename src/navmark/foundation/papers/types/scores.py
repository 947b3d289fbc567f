"""Points out of so many, and totals, which nobody types."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from django.utils.translation import gettext as _
from pydantic import Field as Limited
from pydantic import StringConstraints

from navmark.foundation.papers.fields import Label, PaperField, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.papers.types.money import CENTS, Money
from navmark.foundation.papers.types.numbers import BLANK, Number, plainly
from navmark.foundation.tables.writing import Field as TableField
from navmark.foundation.tables.writing import ValueKind

Summand = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]


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
    """合计 of other fields of the paper, or of a column ("programme.score"), as they stand now; it is never typed, and an import
    passes it over.
    """

    is_typed: ClassVar[bool] = False
    is_simple: ClassVar[bool] = False
    cell_kind: ClassVar[ValueKind] = "decimal"

    of: Annotated[tuple[Summand, ...], Limited(min_length=1)]
    unit: Label = ""

    def sum(self, values: Mapping[str, Value], fields: Mapping[str, PaperField]) -> Value:
        """The sum in the unit of its fields (yuan for money); None while none of them is answered."""
        terms = [term for path in self.of for term in _terms(path, values, fields)]
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


def summand(path: str, fields: Mapping[str, PaperField]) -> PaperField | None:
    """The field that a path names: "score", or the column "programme.score" of a small table."""
    key, _dot, column = path.partition(".")
    if not column:
        return fields.get(key)
    return next((one for one in getattr(fields.get(key), "columns", ()) if one.key == column), None)


def _terms(path: str, values: Mapping[str, Value], fields: Mapping[str, PaperField]) -> list[Decimal]:
    field = summand(path, fields)
    key, _dot, column = path.partition(".")
    told = [row.get(column) for row in values.get(key) or ()] if column else [values.get(key)]
    return [_counted(field, value) for value in told if field is not None and value is not None]


def _counted(field: PaperField, value: Value) -> Decimal:
    if isinstance(field, Money):
        return Decimal(value) / CENTS
    return value * field.weight if isinstance(field, Score) else value


def can_be_added(field: PaperField | None) -> bool:
    return isinstance(field, (Number, Money))
