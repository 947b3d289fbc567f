"""What a table may tell of an entry: its head, where it stands, and its paper; each under the names that offices give it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.in_tables import headings
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.listing import BETWEEN, apart
from navmark.foundation.papers.queries import newest
from navmark.foundation.papers.types.days import Day
from navmark.foundation.people.by_name import NobodyCalled, as_written
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import heads, known
from navmark.foundation.registers.heads import DAY, NUMBER, OWNER, TAGS, TITLE
from navmark.foundation.registers.models import HandRole, Register
from navmark.foundation.registers.steps import Course
from navmark.foundation.tables.headings import Column, names_of, normalised
from navmark.foundation.tables.refusals import CellProblem

HEAD = "head."  # before the key of a column that is the head's; the paper's are their own
STATE = f"{HEAD}state"
ALIASES = {
    TITLE: ("题目", "标题", "名称", "题名", "事项", "项目名称", "荣誉名称", "篇目", "课文", "课文题目"),
    DAY: ("日期", "时间", "发表日期", "发表时间", "获奖日期", "获奖时间", "授予日期", "授予时间", "年月日"),
    NUMBER: ("编号", "年度编号"),
    OWNER: ("负责人", "责任人", "主持人"),
    HandRole.AUTHOR: ("作者", "第一作者", "撰稿人"),
    HandRole.HELPER: ("参与人", "合作者", "协办人"),
    HandRole.ABOUT: ("对象", "涉及对象", "获奖人"),
}
STATES = ("状态", "办理状态", "进展")


class PeopleNamed(NamedTuple):
    """The people of one cell: those of the circle by id, the others by name alone."""

    ids: tuple[str, ...]
    others: tuple[str, ...]


class EntryColumns:
    """What may be told of an entry in a row, for one unit. `lenient`: a name of no list is kept as a name, since a table of
    years ago names people who have left; what is typed today is asked to be one of a list."""

    lenient = False

    def __init__(self, one: Register, unit: Unit, viewer: Viewer) -> None:
        self.register, self.unit, self.viewer = one, unit, viewer

    @cached_property
    def asked(self) -> Description:
        paper = newest(self.register.paper)
        return Description(tuple(one for one in paper.description.on(self.viewer.on) if one.is_typed) if paper else ())

    @cached_property
    def course(self) -> Course:
        return known.newest(self.register).course

    @property
    def name(self) -> str:
        """The key of the answer that names an entry without a title; "" where none does."""
        found = heads.naming(self.register, self.asked)
        return found.key if found and found.required == BEFORE else ""

    @property
    def day_from(self) -> str:
        """The key of the answer that says the day where the head says none: "published on" is the day of an article."""
        usual = {normalised(word) for word in ALIASES[DAY]}
        days = (column for column in self.columns if isinstance(self.asked.by_key.get(column.key), Day))
        return next((column.key for column in days if usual & set(names_of(column))), "")

    @cached_property
    def columns(self) -> list[Column]:
        """The paper's own names go before those that heads usually have."""
        about = known_here(self.viewer.on, unit=self.unit)
        own = [replace(one, required=self.asked.by_key[one.key].required == BEFORE) for one in headings(self.asked, about)]
        taken = {word for column in own for word in (column.label, *column.aliases)}
        head = [self._of_head(field, about, taken) for field in heads.asked_of(self.register, on=about.on).fields]
        return [*filter(None, head), *self._of_state(taken), *own]

    def _of_head(self, field: PaperField, about: Known, taken: Collection[str]) -> Column | None:
        if field.key == TAGS:
            return None
        column = field.heading(about)
        if self.lenient and field.key in HandRole.values and not self.register.about_children:
            column = replace(column, clean=_lenient(column.clean))
        aliases = tuple(word for word in ALIASES.get(field.key, ()) if word not in taken)
        return replace(column, key=f"{HEAD}{field.key}", aliases=aliases, required=field.key == TITLE and not self.name)

    def _of_state(self, taken: Collection[str]) -> Iterator[Column]:
        if len(self.course.states) > 1:
            aliases = tuple(word for word in STATES if word not in taken)
            yield Column(STATE, _("State"), aliases, _state_in({one.zh: one.key for one in self.course.states}))


def _lenient(clean: Callable[[str], Any]) -> Callable[[str], PeopleNamed]:
    """Name by name; two of one name are still asked apart."""

    def people(text: str) -> PeopleNamed:
        ids: list[str] = []
        others: list[str] = []
        for word in apart(text, ()):
            try:
                ids += clean(word) or ()
            except NobodyCalled:
                others.append(as_written(word))
        return PeopleNamed(tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(others)))

    return people


def _state_in(states: Mapping[str, str]) -> Callable[[str], str]:
    def state(text: str) -> str:
        found = states.get(as_written(text))
        if found is None:
            words = _("there is no state “%(state)s” here; write one of: %(states)s.")
            raise CellProblem(words % {"state": text[:30], "states": BETWEEN.join(states)})
        return found

    return state
