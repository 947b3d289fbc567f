"""Words: a line, and a paragraph that prints as ruled lines for the pen while it is empty."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from pydantic import Field as Limited

from navmark.foundation.papers.fields import Label, PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.printing.sheet import Block, Labelled, Text
from navmark.foundation.tables.cells.plain import visible


@dataclass(frozen=True, kw_only=True)
class Line(PaperField, type="line"):
    """一行字. `suggestions`: words that are offered while one types; any others may be written."""

    longest: Annotated[int, Limited(ge=1, le=500)] = 200
    suggestions: tuple[Label, ...] = ()

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return forms.CharField(widget=forms.TextInput(attrs={"list": f"words-for-{self.key}"} if self.suggestions else {}))

    def suggested(self, known: Known) -> tuple[str, list[str]] | None:
        return (f"words-for-{self.key}", list(self.suggestions)) if self.suggestions else None

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        return self.read(cleaned, known)

    def refuse(self, value: Value) -> None:
        if len(value) > self.longest:
            words = _("At most %(most)d characters; there are %(there)d.")
            raise Unfit(words % {"most": self.longest, "there": len(value)})

    def restored(self, stored: Any) -> Value:
        if not isinstance(stored, str):
            raise Unfit(_("This is no text."))
        return stored

    def words(self, value: Value, known: Known) -> str:
        return value or ""

    def read(self, text: str, known: Known) -> Value:
        return " ".join(visible(text).split()) or None


@dataclass(frozen=True, kw_only=True)
class Paragraph(Line, type="paragraph"):
    """一段话. `lines`: ruled for the pen while it is empty."""

    is_long: ClassVar[bool] = True
    is_simple: ClassVar[bool] = False
    usual_width: ClassVar[int] = 4

    longest: Annotated[int, Limited(ge=1, le=50_000)] = 20_000
    lines: Annotated[int, Limited(ge=1, le=40)] = 3

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return forms.CharField(widget=forms.Textarea(attrs={"rows": max(3, self.lines)}))

    def printed(self, value: Value, known: Known) -> Labelled | tuple[Block, ...]:
        return (Text(value or "", lead=f"{self.label}：", ruled=self.lines),)

    def read(self, text: str, known: Known) -> Value:
        return "\n".join(line.strip() for line in visible(text).strip().splitlines()) or None
