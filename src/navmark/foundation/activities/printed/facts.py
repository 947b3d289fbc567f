"""What the head of a record says, whatever it is a record of."""

from dataclasses import dataclass
from datetime import date, datetime

from navmark.foundation.printing.closing import MadeUp


@dataclass(frozen=True)
class Headcount:
    """人数: None where it is not known yet or does not apply. `apart`: of those whom the kind tells apart; `others`: the rest."""

    total: int | None = None
    apart: int | None = None
    others: int | None = None
    voting: int | None = None  # 有表决权


@dataclass(frozen=True)
class PrintedAbsence:
    name: str
    reason: str = ""
    mark: str = ""  # 请假, 缺席; records locked before have none


@dataclass(frozen=True)
class OccasionHead:
    organisation: str = ""
    sequence: str = ""  # 2026年度第3次
    start: datetime | None = None
    end: datetime | None = None
    place: str = ""
    host: str = ""
    recorder: str = ""
    expected: Headcount = Headcount()
    present: Headcount = Headcount()
    absent: tuple[PrintedAbsence, ...] = ()
    late: tuple[str, ...] = ()
    observers: tuple[str, ...] = ()  # 列席
    tidied_on: date | None = None
    made_up: MadeUp | None = None
    separate_number: str = ""  # 另册记录
