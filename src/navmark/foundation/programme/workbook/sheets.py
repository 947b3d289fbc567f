"""The worksheets of the programme and their columns, in the order in which a clerk reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.programme.words import (
    CIRCLES,
    DECLARED,
    EVERY,
    NOTE,
    NOUN_WORDS,
    ORDERS,
    PRIVACY,
    ROLES,
    TONE,
    TURNS,
    TYPES,
    UNITS,
    WHOSE,
    Closed,
    key_word,
)
from navmark.foundation.programme.workbook.cells import (
    CellForm,
    Expected,
    NeededWhen,
    OneOf,
    OneOrSeveral,
    Rest,
    Several,
    WholeNumber,
    Within,
    YesOrNo,
)

Row = dict[str, Any]
REST = "…"  # the key of what no column of its own holds
HEADINGS = {
    REST: _("other settings"),
    "noun": _("which kind"),
    "code": _("code of the matter"),
    "pillar": _("pillar"),
    "page": _("page"),
}
HEADINGS |= {"page_title": _("title of the page"), "page_title_en": _("English title of the page")}
HEADINGS |= {"above": _("within the table"), "what": _("what stands here")}
TEXT, CIRCLE_LIST = CellForm(), Several(CIRCLES)


@dataclass(frozen=True)
class SheetColumn:
    key: str
    form: CellForm = TEXT
    note: str | Promise = ""  # stands at the heading

    @property
    def heading(self) -> str:
        return str(HEADINGS[self.key]) if self.key in HEADINGS else key_word(self.key)


@dataclass(frozen=True)
class Leaf:
    """One worksheet. Its name is the school's word and never translated: by it the sheet is found again."""

    name: str
    columns: tuple[SheetColumn, ...]

    def column(self, key: str) -> SheetColumn | None:
        return next((one for one in self.columns if one.key == key), None)

    def row(self, head: Row, told: Row) -> Row:
        """The cells of what is told: each value in its column, or with the rest."""
        fits = {key: value for key, value in told.items() if (one := self.column(key)) and one.form.holds(value)}
        rest = {key: value for key, value in told.items() if key not in fits}
        return head | fits | ({REST: rest} if rest else {})

    def cells(self, row: Row) -> Iterator[str | None]:
        for one in self.columns:
            yield one.form.say(row[one.key]) if one.key in row else None


NOUN = SheetColumn("noun", OneOf(NOUN_WORDS))
CODE = SheetColumn("code", note=_("Never changes: by it whatever was kept is found again. The title may change."))
OTHER = SheetColumn(REST, Rest(), note=_("What has no column here; leave it as it is unless you know it."))
CIRCLES_NOTE = _("One or several, with 、 between them, as on the last sheet.")


def _circles(*keys: str) -> tuple[SheetColumn, ...]:
    return tuple(SheetColumn(key, CIRCLE_LIST, CIRCLES_NOTE) for key in keys)


PROGRAMME, PILLAR, STATE, STEP = "programme", "pillar", "state", "step"
HEAD_WHAT = OneOf(Closed(lambda: {PROGRAMME: _("programme"), PILLAR: _("pillar")}))
COURSE_WHAT = OneOf(Closed(lambda: {STATE: _("state"), STEP: _("step")}))
HEAD_LEAF = Leaf(
    "工作方案",
    (SheetColumn("what", HEAD_WHAT), SheetColumn("code"), SheetColumn("title"), SheetColumn("title_en"), OTHER),
)
PAGE_KEYS = ("title", "title_en", "sentence", "since", "until")
AS_OF_PAGE = {"title": "page_title", "title_en": "page_title_en"}  # what a kind may be called otherwise
ITEMS = Leaf(
    "事项",
    (
        SheetColumn("pillar"), SheetColumn("page", note=_("Several rows of one page belong together.")),
        SheetColumn("page_title"), SheetColumn("page_title_en"), SheetColumn("sentence"), SheetColumn("since"),
        SheetColumn("until"), NOUN, CODE, SheetColumn("title"), SheetColumn("title_en"), SheetColumn("unit", OneOf(UNITS)),
        SheetColumn("expected", Expected(CIRCLES), _("Circles; or, where only a number is kept: 计数：学生")),
        *_circles("voters", "planners", "makers", "keepers", "overseers", "readers"),
        SheetColumn("people", Several(ROLES)), SheetColumn("owned", YesOrNo()), SheetColumn("numbered", YesOrNo()),
        SheetColumn("line", YesOrNo()), SheetColumn("sheet"), OTHER,
    ),
)  # fmt: skip
FIELDS = Leaf(
    "字段",
    (
        NOUN, CODE, SheetColumn("above", note=_("The code of the small table whose column this is; else empty.")),
        SheetColumn("key", note=_("Small Latin letters, digits and _. Never changes.")), SheetColumn("type", OneOf(TYPES)),
        SheetColumn("label"), SheetColumn("label_en"), SheetColumn("help"), SheetColumn("required", NeededWhen()),
        SheetColumn("default"), SheetColumn("class", OneOf(PRIVACY)), SheetColumn("choices", Several()), OTHER,
    ),
)  # fmt: skip
COURSE = Leaf(
    "环节",
    (
        NOUN, CODE, SheetColumn("what", COURSE_WHAT), SheetColumn("key"), SheetColumn("words"), SheetColumn("words_en"),
        SheetColumn("from", OneOrSeveral()), SheetColumn("to"), *_circles("who"), SheetColumn("note", OneOf(NOTE)),
        SheetColumn("file", YesOrNo()), SheetColumn("within", Within()), SheetColumn("by_field"), *_circles("tells"),
        SheetColumn("closed", YesOrNo()), SheetColumn("tone", OneOf(TONE)), OTHER,
    ),
)  # fmt: skip
CADENCES = Leaf(
    "频次",
    (
        NOUN, CODE, SheetColumn("every", OneOf(EVERY)), SheetColumn("times", WholeNumber()), SheetColumn("rule"),
        SheetColumn("grace_days", WholeNumber()), OTHER,
    ),
)  # fmt: skip
ROTAS = Leaf(
    "轮值",
    (
        NOUN, CODE, SheetColumn("of"), SheetColumn("among", OneOf(WHOSE)), SheetColumn("order", OneOf(ORDERS)),
        SheetColumn("every", OneOf(TURNS)), SheetColumn("places", WholeNumber()), SheetColumn("ahead", WholeNumber()),
        SheetColumn("confirm", YesOrNo()), SheetColumn("activity", OneOf(DECLARED)), OTHER,
    ),
)  # fmt: skip
SETTINGS = Leaf(
    "设置",
    (
        SheetColumn("pillar"), SheetColumn("page"), CODE, SheetColumn("title"), SheetColumn("title_en"), SheetColumn("rule"),
        SheetColumn("by", note=_("Who decided; without a decision it is off.")), SheetColumn("day"), SheetColumn("basis"), OTHER,
    ),
)  # fmt: skip
LEAVES = (HEAD_LEAF, ITEMS, FIELDS, COURSE, CADENCES, ROTAS, SETTINGS)
