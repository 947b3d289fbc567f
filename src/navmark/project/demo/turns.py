"""What the demo kept of somebody's turn: whose it is and when is read from the rota; and what leads from one thing to another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Self

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.almanac.arithmetic import add_months
from navmark.foundation.links.actions import End, link
from navmark.foundation.people.models import Person
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry
from navmark.foundation.rotas.linked import TURN
from navmark.foundation.rotas.models import Turn

DAY, WEEK, MIDDLE = timedelta(days=1), timedelta(weeks=1), 16
Told = Mapping[str, Any]


def monday(today: date, weeks: int) -> date:
    """So many Mondays before today; 0 is the next, today if it is one."""
    yesterday = today - DAY
    return yesterday - yesterday.weekday() * DAY - (weeks - 1) * WEEK


@dataclass(frozen=True)
class TurnTold:
    """A turn, and what is told of it: "{day}" as so many days from today, "{holder}", "{month}"."""

    turn: Turn
    today: date

    @classmethod
    def of(cls, told: Told, today: date) -> Self | None:
        """{ of = "flag_speech", weeks = 1 } or { of = "model_speech", months = 1 }; months ahead are below 0."""
        day = monday(today, told["weeks"]) if "weeks" in told else add_months(today.replace(day=MIDDLE), -told["months"])
        rows = Turn.objects.filter(rota__code=told["of"], starts_on__lte=day, ends_on__gte=day)
        turn = rows.select_related("rota", "person", "holder_unit", "activity").first()
        return cls(turn, today) if turn else None

    @property
    def ago(self) -> int:
        """How many days before today its occasion is, or it begins; below 0 if they are ahead."""
        return (self.today - (self.turn.day or self.turn.starts_on)).days

    def told(self, one: Told) -> dict[str, Any]:
        """With its words, and `ago` where `before` stood; without the steps that would lie ahead."""
        said = self._dated(one)
        steps = [self._dated(step) for step in one.get("steps", ())]
        return {**said, "steps": [step for step in steps if step["ago"] > 0]}

    def _dated(self, one: Told) -> dict[str, Any]:
        words = {"day": f"{-self.ago:+d}", "holder": self.turn.holder, "month": self.turn.starts_on.month}
        said = {key: words_in(value, words) for key, value in one.items()}
        return said if "before" not in one else {**said, "ago": self.ago + one["before"]}


def words_in(value: Any, words: Told) -> Any:
    """The same with these words in its texts."""
    if isinstance(value, dict):
        return {key: words_in(one, words) for key, one in value.items()}
    return value.format_map(words) if isinstance(value, str) else value


@dataclass
class Ties:
    """What leads from an entry to something that may be told only later."""

    noted: list[tuple[Entry, Iterable[str], Turn | None, Person, datetime]] = field(default_factory=list)

    def note(self, entry: Entry, leads: Iterable[str], turn: Turn | None, *, by: Person, at: datetime) -> None:
        if leads or turn:
            self.noted.append((entry, leads, turn, by, at))

    def tie(self) -> None:
        for entry, leads, turn, by, at in self.noted:
            ends = [*filter(None, map(_first, leads)), *(_of_turn(turn) if turn else ())]
            link(ENTRY, entry, ends, by=by, at=at)


def _first(code: str) -> tuple[End, str] | None:
    """Of that register or kind, the first that is there."""
    if entry := Entry.objects.filter(register__code=code).order_by("day", "id").first():
        return (ENTRY, entry.pk), entry.title
    held = Activity.objects.filter(parts__kind=code).order_by("day", "id").first()
    return ((ACTIVITY, held.pk), held.title) if held else None


def _of_turn(turn: Turn) -> Iterable[tuple[End, str]]:
    """The turn, and its occasion, which may have been arranged since."""
    yield (TURN, turn.pk), f"{turn.rota.title}（{turn.when}）"
    held = Activity.objects.filter(pk__in=Turn.objects.filter(pk=turn.pk).values("activity")).first()
    if held:
        yield (ACTIVITY, held.pk), held.title
