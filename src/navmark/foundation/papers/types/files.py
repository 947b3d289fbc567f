"""Files and pictures. Their bytes hang on the source's row in another room; here stand their ids alone, once they are hung up."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import Field as Limited

from navmark.foundation.papers.fields import PaperField, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.listing import BETWEEN
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.papers.types.people import an_id
from navmark.foundation.printing.sheet import Block, Labelled, Space

PICTURES = (".jpg", ".jpeg", ".png")  # what a browser draws


@dataclass(frozen=True)
class HungFile:
    """One file that answers a question."""

    pk: str
    name: str

    @property
    def is_picture(self) -> bool:
        return self.name.lower().endswith(PICTURES)


@dataclass(frozen=True, kw_only=True)
class Papers(PaperField, type="file"):
    """文件, one or several; named on paper, never printed."""

    is_typed: ClassVar[bool] = False
    is_simple: ClassVar[bool] = False
    hangs: ClassVar[bool] = True

    most: Annotated[int, Limited(ge=1, le=50)] = 10

    def refuse(self, value: Value) -> None:
        if len(value) > self.most:
            raise Unfit(_("At most %(most)d files; there are %(there)d.") % {"most": self.most, "there": len(value)})

    def kept(self, value: Value) -> Any:
        return list(value)

    def restored(self, stored: Any) -> Value:
        return tuple(map(an_id, stored)) if isinstance(stored, list) else an_id(None)

    def ids_in(self, value: Value) -> list[tuple[str, str]]:
        return [("file", pk) for pk in value or ()]

    def hung(self, value: Value, known: Known) -> tuple[HungFile, ...]:
        return tuple(HungFile(pk, known.file_called(pk)) for pk in value or ())

    def cell(self, value: Value, known: Known) -> Any:
        """In a table how many: the name of a file may be that of a child."""
        return ngettext("%(count)s file", "%(count)s files", len(value)) % {"count": len(value)} if value else None

    def words(self, value: Value, known: Known) -> str:
        return BETWEEN.join(map(known.file_called, value or ()))

    def read(self, text: str, known: Known) -> Value:
        return None  # a name in a table brings no file


@dataclass(frozen=True, kw_only=True)
class Picture(Papers, type="picture"):
    """图片: a framed place on paper, `height` mm high."""

    usual_width: ClassVar[int] = 4

    height: Annotated[int, Limited(ge=20, le=200)] = 60

    def printed(self, value: Value, known: Known) -> Labelled | tuple[Block, ...]:
        return (Space(self.label, self.height),)
