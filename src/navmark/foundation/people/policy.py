"""What a school decides about its year."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from navmark.foundation.tenancy.policy import Policy


@dataclass(frozen=True)
class LeavingSchool(Policy):
    """The last day on which the sixth grade is on the roll; in a shorter month, its last day."""

    code: ClassVar[str] = "people.leaving_school"
    month: int = 7
    day: int = 31

    def in_year(self, year: int) -> date:
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))
