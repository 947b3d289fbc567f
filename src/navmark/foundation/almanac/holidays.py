"""Which days the yearly notice of the State Council's office turns round: weekdays off, weekend days worked."""

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
    """One year's notice: days off by the name of their holiday, and make-up days worked."""

    year: int
    off: Mapping[date, str]
    work: frozenset[date]

    @property
    def work_in_order(self) -> list[date]:
        return sorted(self.work)

    @classmethod
    def of_spans(cls, year: int, off: Iterable[tuple[str, date, date]], work: Iterable[date]) -> Self:
        days = {starts + timedelta(days=n): name for name, starts, ends in off for n in range((ends - starts).days + 1)}
        return cls(year, days, frozenset(work))

    @classmethod
    def from_json(cls, year: int, days: Mapping[str, Any]) -> Self:
        off = {date.fromisoformat(day): name for day, name in days["off"].items()}
        return cls(year, off, frozenset(map(date.fromisoformat, days["work"])))

    def to_json(self) -> dict[str, Any]:
        off = {day.isoformat(): name for day, name in sorted(self.off.items())}
        return {"off": off, "work": [day.isoformat() for day in self.work_in_order]}


@cache
def national_notices() -> Mapping[int, YearNotice]:
    """The notices that came with this version of the product, by year."""
    return {notice.year: notice for notice in map(_read, sorted(DATA.glob("holidays-*.toml")))}


def _read(path: Path) -> YearNotice:
    known = tomllib.loads(path.read_text(encoding="utf-8"))
    spans = [(name, starts, ends) for name, (starts, ends) in known["off"].items()]
    return YearNotice.of_spans(known["year"], spans, known["work"])
