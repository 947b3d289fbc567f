"""What the demo school kept of the pages of data: files of `kept/`, one a pillar, read here alone and walked by the real verbs.

    [[register.honours]]
    title = "市级文明校园"
    ago = 40                         # days before today on which it was added, moved on to a workday
    given = { level = "市级" }       # as one types it; a date is "+30" days from today, "-30" on a workday; a person "staff:17"
    steps = [{ take = "renew", ago = 3, given = { until = "+400" } }]
    stood = "published"              # where it stood when it was taken over, instead of steps
    public = true                    # its public page is open
    serves = ["扬善教育"]            # the tags and campaigns that it carries, by their titles
    carried = { ago = 12, out_of = "支部建设提升工程", into = "作风建设学习教育" }
    leads = ["studio_term"]          # linked with the first entry of that register, or occasion of that kind

    [[register.flag_scripts]]        # what a turn asks for: its holder's, linked with the turn and its occasion (`turns`)
    title = "{month}月的讲话"
    turn = { of = "flag_speech", weeks = 1 }
    before = 8                       # days before its occasion or its turn, not `ago`; what lies ahead was not done yet
    steps = [{ take = "hold", before = -3 }]

    [[activity.subject_research]]
    invited = ["committee:3"]        # who attended without being due
    [[activity.staff_meeting]]
    with = { book_talk = { topic = "守住十分钟" } }  # what joined it, each with what was written of it
    [[line.class_meeting]]           # one occasion for each unit but these (or `only` for these)
    without = [2, 8]
    months = 2                       # instead of `ago`: in the middle of the month so many before, if there was school
    topics = ["爷爷奶奶的老照片"]
    [[activity.flag_speech]]         # held on a Monday morning: `weeks` = 1 is the last before today, 0 the next
    weeks = 1
    begins = 07:40:00

Nothing of it depends on anything but today: who adds and who moves on is the first who may.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.timezone import get_current_timezone, localdate

from navmark.foundation.activities import guests, kinds
from navmark.foundation.activities.attendance import all_others_present
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions import actions as occasions
from navmark.foundation.activities.occasions.writing import edition_of
from navmark.foundation.activities.part_papers import write
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.planning.foreknown import foreknown
from navmark.foundation.activities.planning.titles import title_for
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.almanac.arithmetic import add_months
from navmark.foundation.almanac.queries import term_on, work_calendar
from navmark.foundation.links import known as known_tags
from navmark.foundation.links.campaigns import carry
from navmark.foundation.links.models import Tag
from navmark.foundation.papers.defaults import TURN
from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.queries import newest
from navmark.foundation.papers.types.rows import Rows
from navmark.foundation.people.circles import circle, people_in
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.registers import actions, known
from navmark.foundation.registers.circles import last_mover, people_named
from navmark.foundation.registers.heads import begun
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.steps import EntryStep
from navmark.foundation.registers.tagging import linked
from navmark.project.demo.turns import Ties, TurnTold, monday

FOLDER = Path(__file__).parent / "kept"
MORNING, MIDDLE = time(10), 16
OWNER = "owner"
Told = Mapping[str, Any]


def live_a_term(*, at: datetime) -> None:
    """Whatever stands in the files, as of this moment."""
    term = LivedTerm(localdate(at))
    for path in sorted(FOLDER.glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        for code, entries in told.get("register", {}).items():
            for one in entries:
                term.keep(known.register(code), one)
        for code, held in told.get("activity", {}).items():
            for one in held:
                term.hold(kinds.kind(code), one)
        for code, rows in told.get("line", {}).items():
            for row in rows:
                term.hold_each(kinds.kind(code), row)
    term.ties.tie()


class LivedTerm:
    """Reads what is told of people, units and days."""

    def __init__(self, today: date) -> None:
        self.today, self.calendar = today, work_calendar()
        self.people = cache(self._people)
        self.known = cache(self._known)
        self.ties = Ties()
        self.units = cache(lambda kind: list(Unit.objects.filter(kind=kind).order_by("entry_year", "number", "name")))

    def moment(self, ago: int) -> datetime:
        """Ten in the morning of the workday on or before that day."""
        day = self.today - timedelta(days=ago)
        while not self.calendar.day_kind(day).workday:
            day -= timedelta(days=1)
        return datetime.combine(day, MORNING, tzinfo=get_current_timezone())

    def keep(self, register: Register, one: Told) -> Entry | None:
        """None where it is nobody's turn, or it would lie ahead."""
        asks = TurnTold.of(one["turn"], self.today) if "turn" in one else None
        if "turn" in one and asks is None:
            return None
        one = asks.told(one) if asks else one
        if one["ago"] < 1:
            return None
        unit = self.unit(register.unit_kind, one)
        paper, at = newest(register.paper), self.moment(one["ago"])
        description = paper.description if paper else Description(())
        owner = self.owner(register, one, unit, asks)
        hands = {role: [self.person(who, unit) for who in one[role]] for role in register.roles if role in one}
        by = owner if owner and one.get("by") == OWNER else self.person(one.get("by", register.makers[0]), unit)
        head = actions.EntryHead(
            unit,
            called(register, one, owner),
            localdate(at),
            owner,
            tags=tags_called(one.get("serves", ())),
            state=one.get("stood", ""),
        )
        entry = actions.add(register, head, self.typed(description, one.get("given", {}), unit), hands=hands, by=by, at=at)
        self.ties.note(entry, one.get("leads", ()), asks.turn if asks else None, by=by, at=at)
        for step in one.get("steps", ()):
            entry = self.go_on(entry, description, step)
        if one.get("public"):
            actions.publish(entry, by=owner or by, at=at)
        if "carried" in one:
            self.carry(entry, one["carried"])
        return entry

    def owner(self, register: Register, one: Told, unit: Unit, asks: TurnTold | None) -> Person | None:
        """Whoever has the turn; of a class its head, for whom the last who may steps in where it has none."""
        if asks:
            heads = () if asks.turn.person else self.people("class_teacher", asks.turn.holder_unit)
            return asks.turn.person or next(iter(heads), self.person(register.makers[-1], unit))
        return self.person(one.get("owner", register.makers[0]), unit) if register.owned else None

    def carry(self, entry: Entry, told: Told) -> None:
        was, into = tags_called([told["out_of"], told["into"]])
        carry(linked(Entry.objects.filter(pk=entry.pk)), was, into, by=entry.owner, at=self.moment(told["ago"]))

    def go_on(self, entry: Entry, description: Description, told: Told) -> Entry:
        step = entry.edition.course.step(told["take"])
        assert step is not None, f"{entry.register.code}: no step {told['take']}"
        given = self.typed(description, told.get("given", {}), entry.unit)
        note, at = told.get("note", ""), self.moment(told["ago"])
        return actions.take(entry, step, given, note=note, by=self.mover(entry, step), at=at)

    def hold(self, kind: kinds.Kind, one: Told) -> None:
        """Planned four days ahead, held with its parts, and complete an hour later. What goes by turns is left out where it is
        nobody's turn: school was out."""
        unit, begins = self.unit(kind.unit_kind, one), self.begins(one)
        asked = edition_of(kind).description
        if not self.calendar.day_kind(begins.date()).workday or not _has_turn(kind, unit, begins):
            return
        joined = {code: told for code, told in one.get("with", {}).items() if _has_turn(kinds.kind(code), unit, begins)}
        host = self.person(kind.keepers[0], unit)
        plan = Plan(
            unit=unit, title=title_for(kind, unit, localdate(begins)),
            parts=[PlannedPart(code) for code in (kind.code, *joined)], starts_at=begins,
            ends_at=begins + timedelta(minutes=40), place=one.get("place", ""), host=host, recorder=host,
            tags=one.get("serves", ()),
        )  # fmt: skip
        given = self.typed(asked, one.get("given", {}), unit)
        activity = arrange(plan, given, by=host, at=begins - timedelta(days=4))
        for part in activity.parts.filter(kind__in=joined):
            write(part, self.typed(edition_of(kinds.kind(part.kind)).description, joined[part.kind], unit), by=host, at=begins)
            occasions.note_topic(part)
        if "invited" in one:
            guests.invite(activity, [self.person(who, None) for who in one["invited"]], by=host, at=begins)
        ended = begins + timedelta(hours=1)
        if kind.is_counted:
            occasions.count(activity, due=one["there"], there=one["there"], by=host, at=ended)
        else:
            all_others_present(activity, by=host, at=ended)
        occasions.finish(Activity.fresh(activity.pk), by=host, at=ended)

    def begins(self, one: Told) -> datetime:
        """That Monday at its hour; else at three of the afternoon."""
        if "weeks" not in one:
            return self.moment(one["ago"]) + timedelta(hours=5)
        return datetime.combine(monday(self.today, one["weeks"]), one["begins"], tzinfo=get_current_timezone())

    def hold_each(self, kind: kinds.Kind, row: Told) -> None:
        """The topics in turn, on three days."""
        ago = row["ago"] if "ago" in row else self.middle_of(row["months"])
        if term_on(self.today - timedelta(days=ago)) is None:
            return
        for place in range(len(self.units(kind.unit_kind))):
            if place in row.get("only", range(place + 1)) and place not in row.get("without", ()):
                topic = row["topics"][place % len(row["topics"])]
                self.hold(kind, {"unit": place, "ago": ago + place % 3, "there": 41 + place % 5, "given": {"topic": topic}})

    def middle_of(self, months: int) -> int:
        """How many days before today the middle of the month lies that was so many before."""
        return (self.today - add_months(self.today.replace(day=MIDDLE), -months)).days

    def unit(self, kind: str, one: Told) -> Unit:
        return self.units(kind)[one.get("unit", 0)]

    def person(self, words: str, unit: Unit | None) -> Person:
        """ "staff:17" is the eighteenth of that circle around the unit; without a number the first."""
        code, _colon, place = words.partition(":")
        return self.people(code, unit)[int(place or 0)]

    def mover(self, entry: Entry, step: EntryStep) -> Person:
        """The owner where the step is hers; else the first of an office named, and another than did the step before."""
        if entry.owner and "owner" in step.who:
            return entry.owner
        before = last_mover(Entry.fresh(entry.pk))
        for code in step.who:
            thing, _colon, of = code.partition(":")
            named = circle(code).of_thing and not of
            able = Person.objects.filter(pk__in=people_named(entry, thing)) if named else self.people(of or thing, entry.unit)
            if found := next((one for one in able if not of or one.pk != before), None):
                return found
        raise LookupError(f"{entry.register.code}: nobody in the demo may {step.key}")

    def typed(self, description: Description, given: Told, unit: Unit) -> Values:
        return {key: self._read(description.field(key), words, unit) for key, words in given.items()}

    def _read(self, one: PaperField, words: Any, unit: Unit) -> Any:
        if one.type == "date":
            days = int(words)
            return self.today + timedelta(days=days) if days > 0 else self.moment(-days).date()
        if one.type == "person":
            return str(self.person(words, unit).pk)
        if one.type == "people":
            return tuple(str(self.person(who, unit).pk) for who in words)
        if isinstance(one, Rows):
            return tuple(
                {to.key: self._read(to, said, unit) for to, said in zip(one.columns, row, strict=False)} for row in words
            )
        return one.read(str(words), self.known(unit))

    def _people(self, code: str, unit: Unit | None) -> list[Person]:
        return list(people_in([code], unit, on=self.today).order_by("id"))

    def _known(self, unit: Unit) -> Known:
        return known_here(self.today, unit=unit)


def called(register: Register, one: Told, owner: Person | None) -> str:
    """Its title, or what its register takes one from."""
    words = one.get("title") or begun(one["given"][register.title_from])
    return f"{words} {owner.name}" if register.holder and owner else words


def _has_turn(kind: kinds.Kind, unit: Unit, at: datetime) -> bool:
    """Whether somebody's turn is known then, of a kind that goes by turns."""
    by_turns = any(one.default == TURN and one.required == BEFORE for one in edition_of(kind).description.fields)
    return not by_turns or bool(foreknown(kind, unit, localdate(at)))


def tags_called(titles: Iterable[str]) -> list[Tag]:
    """In the order in which they are named."""
    there = {tag.title: tag for tag in known_tags.tags()}
    return [there[title] for title in titles]


def files() -> Iterator[Path]:
    yield from sorted(FOLDER.glob("*.toml"))
