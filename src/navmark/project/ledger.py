"""Duties as lines of the home page: equal matters in one, each with its unit, its day, its rule and the one button."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import islice
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _

from navmark.foundation.activities.kinds import UnknownKind, kind
from navmark.foundation.cadence.models import DutyState, Step
from navmark.foundation.cadence.offers import offer_for
from navmark.foundation.cadence.queries import Owed
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on, order_on_lists
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.statute.book import RuleUnknown, rule
from navmark.project.lines import CitedRule, WaitingLine

NAMED_MOST = 6  # units in one line of what was done


class Ledger:
    """Duties as lines, for one viewer. No query but the viewer's own."""

    def __init__(self, viewer: Viewer, on: date) -> None:
        self.viewer, self.on = viewer, on
        self._rules: dict[str, CitedRule | None] = {}  # by their ids
        self._texts: dict[int, tuple[object, str]] = {}  # of words that are the same object on many lines

    @cached_property
    def units(self) -> dict[UUID, str]:
        """By their place on lists."""
        return {unit.pk: name_on(unit, self.on) for unit in sorted(self.viewer.units, key=order_on_lists)}

    @cached_property
    def places(self) -> dict[UUID | None, int]:
        return {pk: place for place, pk in enumerate(self.units)}

    def folded(self, owed: Iterable[Owed]) -> list[WaitingLine]:
        """Equal matters are one line, with a link for each of their units."""
        equal: dict[tuple, list[Owed]] = defaultdict(list)
        for one in owed:
            duty = one.duty
            key = (duty.cadence_id, duty.period_key, one.state, duty.step) if duty.cadence_id and not duty.page else (duty.pk,)
            equal[key].append(one)
        return [self._one(some[0]) if len(some) == 1 else self._equal(some) for some in equal.values()]

    def _equal(self, some: list[Owed]) -> WaitingLine:
        some = sorted(some, key=lambda one: self.places.get(one.duty.place_id, len(self.places)))
        lines = [self._one(one) for one in some]
        links = tuple((self._unit(one), line.url) for one, line in zip(some, lines, strict=True))
        return replace(lines[0], detail=some[0].period, links=links, url="")

    def _one(self, one: Owed) -> WaitingLine:
        duty, offer = one.duty, offer_for(self.viewer, one)
        note = one.note or (offer.note if duty.cadence_id or duty.asked_by else "")  # the day of a record has its own column
        return WaitingLine(
            what=one.title,
            state=offer.state or one.state.value,
            state_label=self._text(offer.state_label) or one.state_label,
            when=duty.due_on or (duty.opens_on if duty.step in (Step.RECORD, Step.LOCK) else None),
            detail=" · ".join(word for word in (one.period, self._place(one), note) if word),
            rule=self._rule(duty.cadence.rule_id if duty.cadence else duty.rule_id),
            button=self._text(offer.button),
            url=offer.url,
            is_post=offer.is_post,
            anchor=f"duty-{duty.pk}",
        )

    def _text(self, words: str | Promise) -> str:
        """In the reader's language; a word of an enumeration is translated once."""
        if isinstance(words, str):
            return words
        if id(words) not in self._texts:
            self._texts[id(words)] = words, str(words)
        return self._texts[id(words)][1]

    def _rule(self, rule_id: str) -> CitedRule | None:
        if rule_id not in self._rules:
            self._rules[rule_id] = cited(rule_id, self.on)
        return self._rules[rule_id]

    def _place(self, one: Owed) -> str:
        """Whose it is; of a record only for who has several branches: both have a 支委会 of this month."""
        if one.duty.cadence_id is None and len(self.viewer.branch_ids) < 2:
            return ""
        return self._unit(one)

    def _unit(self, one: Owed) -> str:
        return self.units.get(one.duty.place_id, "") if one.duty.place_id else ""

    def done(self, owed: Iterable[Owed], *, at_most: int) -> list[WaitingLine]:
        """One kind and period is one line, whoever it was done for; it leads to the meeting that did it for all, or to each."""
        equal: dict[tuple, list[Owed]] = defaultdict(list)
        for one in owed:
            equal[(one.duty.cadence_id or one.duty.pk, one.duty.period_key)].append(one)
        return [self._done(some) for some in islice(equal.values(), at_most)]

    def _done(self, some: list[Owed]) -> WaitingLine:
        pages = {one.duty.page for one in some}
        page = pages.pop() if len(pages) == 1 else ""
        links = self._done_for(some) if pages else ()
        names = "" if links else "、".join(name for name, _url in self._units_of(some))
        return WaitingLine(
            what=some[0].title,
            state=DutyState.DONE.value,
            state_label=str(DutyState.DONE.label),
            when=some[0].duty.settled_on,
            detail=" · ".join(word for word in (some[0].period, names) if word),
            button=str(Step.LOOK.label) if page or links else "",
            url=page,
            links=links,
        )

    def _units_of(self, some: list[Owed]) -> list[tuple[str, str]]:
        """(unit, where it was done), each once and in the order of lists."""
        pages = {one.duty.place_id: one.duty.page for one in some}
        return [(name, pages[pk]) for pk, name in self.units.items() if pk in pages]

    def _done_for(self, some: list[Owed]) -> tuple[tuple[str, str], ...]:
        """Each unit with its page; of more than a line has room for how many, with the list of the kind."""
        units, cadence = self._units_of(some), some[0].duty.cadence
        if len(units) <= NAMED_MOST or cadence is None:
            return tuple(units)
        try:
            held = kind(cadence.activity_kind)
        except UnknownKind:  # a register's own
            return tuple(units)
        counted = _("%(n)s × %(unit)s") % {"n": len(units), "unit": UnitKind(held.unit_kind).label}
        return ((counted, reverse("activities:register", args=[held.code])),)


def cited(rule_id: str, on: date) -> CitedRule | None:
    try:
        return CitedRule(rule_id, rule(rule_id, on=on).citation(), reverse("statute:rule", args=[rule_id])) if rule_id else None
    except RuleUnknown:
        return None
