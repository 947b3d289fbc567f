"""How one cell is typed on a page of rows from paper: as it is written in a table, the words themselves and not their keys."""

from django import forms
from django.utils.translation import pgettext

from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.known import Known
from navmark.foundation.ui.marks import bracketed

LONG, SHORT = 2000, 200


def tidied(text: str, field: PaperField) -> str:
    """Lines stay where there may be several."""
    return ("\n".join(text.strip().splitlines()) if field.is_long else " ".join(text.split()))[:LONG]


def widget_of(field: PaperField, known: Known) -> forms.Widget:
    if field.type == "date":
        return forms.DateInput(attrs={"type": "date"})
    if field.type == "choice":
        return forms.Select(choices=[("", ""), *((label, label) for _key, label in field.choices)])  # type: ignore[attr-defined]
    if field.type == "yes_no":
        return forms.Select(choices=[("", ""), ("是", pgettext("answer", "yes")), ("否", pgettext("answer", "no"))])
    if field.is_long:
        return forms.Textarea(attrs={"rows": 1, "maxlength": LONG})
    offered = field.suggested(known)
    listed = {"list": offered[0], "autocomplete": "off"} if offered else {}
    numeric = {"inputmode": "decimal"} if field.cell_kind in ("number", "money") else {}
    return forms.TextInput(attrs={"maxlength": SHORT, **listed, **numeric})


def titled(field: PaperField) -> str:
    return f"{field.name}{bracketed(field.measure)}" if field.measure else field.name
