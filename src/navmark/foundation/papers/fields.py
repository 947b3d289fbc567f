"""What every field of a paper has, whatever its type. A type is one class in one file of `types/`; here is what it must answer.

An answer has four forms: a *value* (a date, a number, ids), what is *kept* of it in JSON, its *words* on page and paper, and
its *cell* in a table. A type says how each comes from the other; nobody else knows.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from django import forms
from pydantic import ConfigDict, StringConstraints

from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.printing.sheet import Block, Labelled
from navmark.foundation.privacy.classes import FieldClass
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.writing import Field as TableField
from navmark.foundation.tables.writing import ValueKind
from navmark.foundation.ui.languages import spoken

Value = Any  # None: not answered
Standing = Sequence[Value]  # what stands there already: the value of a field, or that of each row of a column
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
When = Annotated[str, StringConstraints(pattern=r"^(never|before|step:[a-z][a-z0-9_]*)$")]
Default = Annotated[
    str,
    StringConstraints(
        pattern=r"^$|^[a-z_]+$|^(source|value):(.|\n)+$|^month:[a-z][a-z0-9_]*$|^counted:[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)?$"
    ),
]

Only = Annotated[str, StringConstraints(pattern=r"^$|^[a-z][a-z0-9_]{0,39}=.+$")]

NEVER, BEFORE = "never", "before"
types: dict[str, type["PaperField"]] = {}  # by the word that stands in the description


@dataclass(frozen=True, kw_only=True)
class PaperField(ABC):
    """栏目: one question of a paper. Its key never changes, and never changes its type.

    `required`: never, before it is finished, or at a step. `default`: what is known (see defaults.py). `width`: quarters of
    the printed line. `only`: "KEY=CHOICE", asked where that question is answered so, or not yet answered. A field is asked from
    `since` until it is `retired`; the answers stay.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    type: ClassVar[str] = ""
    is_asked: ClassVar[bool] = True  # takes an answer; headings and notes take none
    is_typed: ClassVar[bool] = True  # in the form; files and totals come another way
    hangs: ClassVar[bool] = False  # bytes beside the source's row; a register shows them where there are some
    is_long: ClassVar[bool] = False  # more than a line of words
    is_simple: ClassVar[bool] = True  # may be a column of `rows`
    usual_privacy: ClassVar[FieldClass] = FieldClass.INTERNAL
    usual_width: ClassVar[int] = 2
    cell_kind: ClassVar[ValueKind] = "text"

    key: Key
    label: Label = ""
    label_en: Label = ""
    help: Words = ""
    privacy: FieldClass | None = None
    required: When = NEVER
    default: Default = ""
    width: Literal[1, 2, 4] | None = None
    only: Only = ""
    aliases: tuple[Label, ...] = ()
    since: date | None = None
    retired: date | None = None

    def __init_subclass__(cls, type: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if type:
            cls.type = type
            types[type] = cls

    # Who may see it, when it is asked, what it is called.

    @property
    def held_as(self) -> FieldClass:
        """Its privacy class; what is sensitive is sealed."""
        return self.privacy or self.usual_privacy

    @property
    def is_sealed(self) -> bool:
        return self.held_as == FieldClass.SENSITIVE

    def stands_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.retired is None or day < self.retired)

    @property
    def name(self) -> str:
        """Its label in the reader's language; on paper and in tables the school's own label stands."""
        return spoken(self.label, self.label_en)

    @property
    def measure(self) -> str:
        """In what it is answered: stands behind its label where it is typed."""
        return ""

    # The form.

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        """Where it is typed; what stands there already is offered too, also when it could not be chosen anew."""
        raise LookupError(f"{self.type} is not typed into a form")

    def suggested(self, known: Known) -> tuple[str, list[str]] | None:
        """The id of the list that its input names, and the words that are offered while one types."""
        return None

    def initial(self, value: Value, known: Known) -> Any:
        """What the form shows for a value."""
        return value

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        """The value of what the form's field made of the posted text. Raises Unfit or CellProblem."""
        return None if cleaned in ("", None, [], ()) else cleaned

    def refuse(self, value: Value) -> None:  # noqa: B027  most types have no limits
        """Raise Unfit for a value beyond the field's limits."""

    def forbids(self, value: Value) -> str:
        """Why nothing that asks for it can go on with this answer; empty where it can."""
        return ""

    # What is kept of it.

    def kept(self, value: Value) -> Any:
        return value

    @abstractmethod
    def restored(self, stored: Any) -> Value:
        """The value of what was kept; raises Unfit for what this type never kept."""

    def ids_in(self, value: Value) -> Iterable[tuple[str, str]]:
        """("person" or "unit", id) of whoever stands in the value."""
        return ()

    def of_known(self, value: Any) -> Value:
        """The value of what a context knows: a day, a row, an answer of last time."""
        return value

    # What it says, and where.

    @abstractmethod
    def words(self, value: Value, known: Known) -> str:
        """The answer as it stands on page and paper; empty where there is none."""

    def on_page(self, value: Value, known: Known) -> str:
        """The words on a page, where it says them otherwise than paper does."""
        return self.words(value, known)

    def for_the_pen(self, known: Known) -> str:
        """What stands in the empty place on paper: a unit, boxes to tick."""
        return ""

    def printed(self, value: Value, known: Known) -> Labelled | tuple[Block, ...]:
        """A place in the ruled form, or blocks of its own."""
        return Labelled(self.label, self.for_the_pen(known) if value is None else self.words(value, known))

    # The table.

    def column(self) -> TableField:
        return TableField(self.label, self.cell_kind)

    def cell(self, value: Value, known: Known) -> Any:
        return None if value is None else self.words(value, known)

    def in_list(self, value: Value, known: Known) -> Any:
        """What stands in a list for people, on the page and on paper: the cell, where that is no writing for machines."""
        return self.cell(value, known)

    @abstractmethod
    def read(self, text: str, known: Known) -> Value:
        """The value of a cell. Raises CellProblem or Unfit."""

    def begun(self, text: str, known: Known, turns: Mapping[str, Any]) -> Value:
        """The same of what a default writes; `turns`: whose turn it is, by what takes turns."""
        return self.read(text, known)

    def heading(self, known: Known) -> Column:
        """How an import finds its column and reads a cell."""

        def clean(text: str) -> Value:
            try:
                value = self.read(text, known)
                if value is not None:
                    self.refuse(value)
            except Unfit as unfit:
                raise CellProblem(str(unfit)) from unfit
            return value

        names = (*self.aliases, self.label_en) if self.label_en else self.aliases
        return Column(self.key, self.label, names, clean)
