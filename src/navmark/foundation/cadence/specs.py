"""What a mechanism says about how often something is due. The school's own row for it is a Cadence."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise


class PeriodKind(StrEnum):
    SCHOOL_WEEK = "school_week"
    MONTH = "month"
    QUARTER = "quarter"
    TERM = "term"
    HALF = "half"
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    PARTY_YEAR = "party_year"
    FIXED = "fixed"


@dataclass(frozen=True)
class CadenceSpec:
    code: str
    title: str | Promise
    activity_kind: str
    period: PeriodKind
    subject: str  # "unit:branch", "unit:party_group", "person:member"
    rule_id: str = ""
    times: int = 1
    grace_days: int = 0
    lead_days: int = 14
    inform_only: bool = False
