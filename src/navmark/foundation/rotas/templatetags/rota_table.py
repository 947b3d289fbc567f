"""A place of the table: what stands there, and for its keeper the field in which it is corrected."""

from typing import Any

from django import template

from navmark.foundation.rotas.forms import TableForm
from navmark.foundation.rotas.grid import GridCell
from navmark.foundation.rotas.order import Order

register = template.Library()


@register.inclusion_tag("rotas/cell.html")
def rota_cell(cell: GridCell, form: TableForm | None) -> dict[str, Any]:
    return {"turn": cell.turn, "field": form.at(cell.key) if form is not None and cell.key in form.fields else None}


@register.filter
def order_called(order: str) -> str:
    return str(Order(order).label)
