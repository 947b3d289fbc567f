"""Lists that the school has and a superior's form may ask for: people, entries of a register, what was held. Each by a code."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.activities import access as activities
from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import ActivityState
from navmark.foundation.people.access import may_manage_people
from navmark.foundation.people.circles import circle, people_in
from navmark.foundation.people.models import Person
from navmark.foundation.people.naming import name_on, post_on
from navmark.foundation.people.queries import in_reading_order, posts_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access as registers
from navmark.foundation.registers.filtering import Wanted, entries
from navmark.foundation.registers.listing import List
from navmark.foundation.registers.models import Register
from navmark.foundation.registers.paging import kept
from navmark.foundation.ui.dates import cn_day
from navmark.pillars.demonstration.superior_forms.areas import NUMBER
from navmark.pillars.demonstration.superior_forms.reading import column_of_people

ORDINAL = "number"
CIRCLES = ("members", "committee", "staff", "class_teacher", "grade_head", "subject_head")
Row = Mapping[str, str]


@dataclass(frozen=True)
class KnownRows:
    """Its columns are read once it is chosen, its rows when the file is filled in."""

    code: str
    label: str
    read_columns: Callable[[], Mapping[str, str]]
    rows: Callable[[], list[Row]]

    @cached_property
    def columns(self) -> Mapping[str, str]:
        """Key -> heading."""
        return {ORDINAL: _("1, 2, 3 …"), **self.read_columns()}

    def column_for(self, heading: str) -> str:
        """Which column a heading of the form means; "" for none."""
        if NUMBER.fullmatch(heading):
            return ORDINAL
        asked = column_of_people(heading)
        return asked if asked in self.columns else self._alike(heading)

    def _alike(self, heading: str) -> str:
        """The column called so; else one that says more, else the one that says nearly as much."""
        names = {key: label for key, label in self.columns.items() if key != ORDINAL}
        for fits in (heading.__eq__, lambda label: heading in label, lambda label: len(label) > 1 and label in heading):
            if found := [key for key, label in names.items() if fits(label)]:
                return max(found, key=lambda key: len(names[key]))
        return ""


def lists_for(viewer: Viewer) -> dict[str, KnownRows]:
    """Every list of this viewer, unread. Two queries, however many there are."""
    return {one.code: one for one in (*_people(viewer), *_entries(viewer), *_held(viewer))}


def _people(viewer: Viewer) -> Iterator[KnownRows]:
    columns = {"name": _("Name"), "posts": _("Post"), "job": _("Position"), "subject": _("Subject taught")}
    if may_manage_people(viewer):
        columns |= {"sex": _("Sex"), "born": _("Born"), "ethnicity": _("ethnicity"), "education": _("education")}
    for code in CIRCLES:
        label = _("names: %(who)s") % {"who": circle(code).label}
        yield KnownRows(f"people.{code}", label, lambda: columns, partial(_of_people, viewer, code))


def _of_people(viewer: Viewer, code: str) -> list[Row]:
    ordered = in_reading_order(people_in([code], None, on=viewer.on), viewer.on)
    posts = posts_of(ordered, viewer.on)
    return [_of_person(one, "、".join(post_on(post, viewer.on) for post in posts.get(one.pk, ()))) for one in ordered]


def _of_person(one: Person, posts: str) -> Row:
    plain = {key: getattr(one, key) for key in ("name", "job", "subject", "ethnicity", "education")}
    return plain | {"posts": posts, "sex": str(one.get_sex_display()), "born": cn_day(one.born, one.born_precision)}


def _entries(viewer: Viewer) -> Iterator[KnownRows]:
    """Of this year, with the columns of its list; what is sensitive stands in none."""
    for one in registers.registers_read_by(viewer):
        if not one.about_children:  # a child's entry opens behind a purpose, and goes into no list
            label = _("entries of this year: %(register)s") % {"register": one.name}
            columns = partial(_columns_of, viewer, one)
            yield KnownRows(f"entries.{one.code}", label, columns, partial(_of_entries, viewer, one))


def _columns_of(viewer: Viewer, one: Register) -> dict[str, str]:
    return {field.label: field.label for field in List(viewer, one, []).head}


def _of_entries(viewer: Viewer, one: Register) -> list[Row]:
    found = List(viewer, one, kept(viewer, entries(viewer, one, Wanted(viewer.on.year))))
    heads = [field.label for field in found.head]
    return [{head: _said(cell) for head, cell in zip(heads, line.cells, strict=True)} for line in found.lines(to_read=True)]


def _held(viewer: Viewer) -> Iterator[KnownRows]:
    columns = {"day": _("Day"), "title": _("Title"), "place": _("Place"), "host": _("In charge"), "unit": _("Unit")}
    for one in kinds.all_kinds():
        label = _("what was held this year: %(kind)s") % {"kind": one.title}
        yield KnownRows(f"held.{one.code}", label, lambda: columns, partial(_of_occasions, viewer, one.code))


def _of_occasions(viewer: Viewer, kind: str) -> list[Row]:
    seen = activities.visible_to(viewer).filter(state=ActivityState.HELD, day__year=viewer.on.year, parts__kind=kind)
    rows = seen.select_related("host", "unit", "unit__parent").order_by("day", "id").distinct()
    return [
        {"day": cn_day(one.day), "title": one.title, "place": one.place, "host": one.host.name if one.host else "",
         "unit": name_on(one.unit, one.day)}
        for one in rows
    ]  # fmt: skip


def _said(cell: Any) -> str:
    return "" if cell is None else cn_day(cell) if hasattr(cell, "isoformat") else str(cell)
