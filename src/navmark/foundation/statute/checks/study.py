"""学时: organised study of a member in a calendar year, and what may count as such."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import in_force, rule
from navmark.foundation.statute.findings import Finding, Outcome, found
from navmark.foundation.statute.rules import Rule

NONE = Decimal(0)
_ONLINE = re.compile(
    r"学习强国|强国积分|积分|打卡|在线时长|学习时长|网上学习|线上学习|网络学习|网课|刷课|小程序|公众号|灯塔.{0,2}在线|app",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class YearOfStudy:
    """What a member studied in a calendar year, up to a day. Hours are 学时; `courses`: how often she was at a course (集中培训).
    `is_exempt`: old, ill or disabled, by a decision of the branch. `leads`: of those for whom more is asked."""

    year: int
    on: date
    hours: Decimal
    courses: int = 0
    leads: bool = False
    is_exempt: bool = False

    @property
    def ends_on(self) -> date:
        return date(self.year, 12, 31)

    @property
    def laws(self) -> list[Rule]:
        """The rules by which that year is judged, the strictest last; none of whoever is exempt. More is asked of whoever leads
        only as long as the plan holds that asks for it."""
        if self.is_exempt:
            return []
        more = ["C02"] if self.leads and in_force("C02", on=self.ends_on) else []
        return [rule(one, on=self.ends_on) for one in ("C01", *more)]

    @property
    def asked(self) -> Decimal:
        return Decimal(max((one.numbers["hours"] for one in self.laws), default=0))

    @property
    def remaining(self) -> Decimal:
        return max(self.asked - self.hours, NONE)


def hours_of_the_year(study: YearOfStudy) -> list[Finding]:
    """What is still open of it: due while the year runs, a problem once it is over. Whoever is exempt is asked for nothing."""
    return list(_open(study, Outcome.DUE if study.on <= study.ends_on else Outcome.PROBLEM))


def _open(study: YearOfStudy, outcome: Outcome) -> Iterator[Finding]:
    for law in study.laws:
        if study.hours < law.numbers["hours"]:
            message = _("{hours} of {asked} hours of organised study.")
            yield found(law, outcome, message, hours=f"{study.hours.normalize():f}", asked=law.numbers["hours"])
        if study.courses < law.numbers.get("courses", 0):
            yield found(law, outcome, _("No course attended in this year."))


def may_count(what: str, *, on: date) -> Finding:
    """Whether something of this name may count as hours: what an app counted may not."""
    law = rule("C03", on=on)
    if _ONLINE.search(what):
        message = _(
            "“{what}”: what an app or online study counted is no hour of organised study. Enter only what was held together."
        )
        return found(law, Outcome.PROBLEM, message, what=what)
    return found(law, Outcome.OK, _("Organised study."))
