"""What a school decides about its year."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from navmark.foundation.tenancy.policy import Policy


@dataclass(frozen=True)
class LeavingSchool(Policy):
    """The last day on which the sixth grade is on the roll."""

    code: ClassVar[str] = "people.leaving_school"
    month: int = 7
    day: int = 31

    def in_year(self, year: int) -> date:
        return date(year, self.month, self.day)
