"""Which days the yearly notice of the State Council's office turns round: weekdays off, weekend days worked."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Self

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class YearNotice:
    """One year's notice: days off and make-up days worked, each with the name of the holiday it belongs to."""

    year: int
    off: Mapping[date, str]
    work: Mapping[date, str]

    @property
    def work_in_order(self) -> list[date]:
        return sorted(self.work)

    def last_day_of(self, holiday: str) -> date | None:
        return max((day for day, name in self.off.items() if _is_about(name, holiday)), default=None)

    def amended(self, change: "YearNotice") -> "YearNotice":
        """With the holidays that `change` names as `change` has them; all others stay."""
        named = "、".join(change.off.values())
        off = {day: name for day, name in self.off.items() if not _is_about(name, named) and day not in change.work}
        work = {day: name for day, name in self.work.items() if not _is_about(name, named) and day not in change.off}
        return YearNotice(self.year, {**off, **change.off}, {**work, **change.work})

    def prolonged(self, holiday: str, *, until: date) -> "YearNotice":
        """With `holiday`, which it knows, going on to the end of that day; what was to be worked meanwhile is off."""
        last = self.last_day_of(holiday) or until
        more = {last + timedelta(days=n): holiday for n in range(1, (until - last).days + 1)}
        work = {day: name for day, name in self.work.items() if day not in more}
        return YearNotice(self.year, {**self.off, **more}, work)

    @classmethod
    def of_spans(cls, year: int, off: Iterable[tuple[str, date, date]], work: Iterable[tuple[str, date]]) -> Self:
        days = {starts + timedelta(days=n): name for name, starts, ends in off for n in range((ends - starts).days + 1)}
        return cls(year, days, {day: name for name, day in work})

    @classmethod
    def from_json(cls, year: int, days: Mapping[str, Mapping[str, str]]) -> Self:
        off, work = ({date.fromisoformat(day): name for day, name in days[kind].items()} for kind in ("off", "work"))
        return cls(year, off, work)

    def to_json(self) -> dict[str, Any]:
        return {
            kind: {day.isoformat(): name for day, name in sorted(days.items())}
            for kind, days in (("off", self.off), ("work", self.work))
        }


def _is_about(name: str, holiday: str) -> bool:
    """Whether two names share a holiday: 国庆节、中秋节 is about 中秋节."""
    return not set(_parts(name)).isdisjoint(_parts(holiday))


def _parts(name: str) -> list[str]:
    return re.split("[、和]", name)


@cache
def national_notices() -> Mapping[int, YearNotice]:
    """The notices that came with this version of the product, by year."""
    return {notice.year: notice for notice in map(_read, sorted(DATA.glob("holidays-*.toml")))}


def _read(path: Path) -> YearNotice:
    known = tomllib.loads(path.read_text(encoding="utf-8"))
    spans = [(name, starts, ends) for name, (starts, ends) in known["off"].items()]
    return YearNotice.of_spans(known["year"], spans, [(name, day) for name, days in known["work"].items() for day in days])
