"""What a paper says without asking: a heading, a note, and lines for the pen."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from django.utils.translation import gettext as _
from pydantic import Field as Limited

from navmark.foundation.papers.fields import PaperField, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.printing.sheet import Block, Heading, Labelled, Note, Text


@dataclass(frozen=True, kw_only=True)
class Furniture(PaperField):
    """Takes no answer."""

    is_asked: ClassVar[bool] = False
    is_typed: ClassVar[bool] = False
    is_simple: ClassVar[bool] = False
    usual_width: ClassVar[int] = 4

    def restored(self, stored: Any) -> Value:
        raise Unfit(_("Nothing is answered here."))

    def words(self, value: Value, known: Known) -> str:
        return ""

    def read(self, text: str, known: Known) -> Value:
        return None


@dataclass(frozen=True, kw_only=True)
class Section(Furniture, type="heading"):
    """标题."""

    level: Literal[1, 2] = 1

    def printed(self, value: Value, known: Known) -> Labelled | tuple[Block, ...]:
        return (Heading(self.label, self.level),)


@dataclass(frozen=True, kw_only=True)
class Remark(Furniture, type="note"):
    """说明: its label is a short sentence, `help` a longer one."""

    def printed(self, value: Value, known: Known) -> Labelled | tuple[Block, ...]:
        return (Note("".join((self.label, self.help))),)


@dataclass(frozen=True, kw_only=True)
class RuledLines(Furniture, type="lines"):
    """手写行: on paper alone."""

    lines: Annotated[int, Limited(ge=1, le=40)] = 3

    def printed(self, value: Value, known: Known) -> Labelled | tuple[Block, ...]:
        return (Text("", lead=f"{self.label}：" if self.label else "", ruled=self.lines),)
