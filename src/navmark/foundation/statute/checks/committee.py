"""Whether the branch has the committee it should have, and when its term ends."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.almanac.arithmetic import add_months, add_years
from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, found, spoken, whole_number


def committee(*, full_members: int, size: int, on: date) -> Finding:
    """`size` is 0 where there is none."""
    whole_number("members", full_members)
    whole_number("committee", size, within=("members", full_members))
    law = rule("A03", on=on)
    if full_members < law.numbers["full_members"]:
        return _without_committee(size, on)
    numbers = {"members": full_members, "size": size, "least": law.numbers["least"], "most": law.numbers["most"]}
    if not size:
        message = _("{members} full members and no committee: one is to be elected.")
        return found(law, Outcome.PROBLEM, message, **numbers)
    if not law.numbers["least"] <= size <= law.numbers["most"]:
        message = _("A committee of {size}; {least} to {most} is normal.")
        return found(law, Outcome.PROBLEM, message, **numbers)
    return found(law, Outcome.OK, _("A committee of {size} for {members} full members."), **numbers)


def _without_committee(size: int, on: date) -> Finding:
    law = rule("A04", on=on)
    limit = law.numbers["full_members"]
    if size:
        message = _("With fewer than {limit} full members there is a secretary and no committee.")
        return found(law, Outcome.PROBLEM, message, limit=limit)
    return found(law, Outcome.OK, _("Fewer than {limit} full members: a secretary, no committee."), limit=limit)


def committee_term(*, elected_on: date, approved_until: date | None = None, on: date) -> Finding:
    """`approved_until`: a later election the superior approved, normally at most a year after the term's end."""
    law = rule("A05", on=on)
    ends = add_years(elected_on, law.numbers["years"])
    longest = add_months(ends, law.numbers["extension_months"])
    if approved_until and approved_until > longest:
        message = _("The extension to {until} is longer than a year after {ends}.")
        return found(law, Outcome.PROBLEM, message, until=spoken(approved_until), ends=spoken(ends))
    if on > max(ends, approved_until or ends):
        message = _("The term ended on {ends}: hold an election or enter the superior's approval.")
        return found(law, Outcome.PROBLEM, message, ends=spoken(ends))
    if approved_until and on > ends:
        return found(law, Outcome.OK, _("Extended by approval until {until}."), until=spoken(approved_until))
    reminder = rule("A05-reminder", on=on)
    if on >= add_months(ends, -reminder.numbers["months_before"]):
        return found(reminder, Outcome.DUE, _("The term ends on {ends}: prepare the election."), ends=spoken(ends))
    return found(law, Outcome.OK, _("The term ends on {ends}."), ends=spoken(ends))


def committee_first(*, title: str, discussed: bool, on: date) -> Finding:
    """重要事项先经支委会: whether a matter that the general meeting decides went through the committee. At most a warning."""
    law = rule("A14", on=on)
    if discussed:
        return found(law, Outcome.OK, _("The committee discussed it first."))
    message = _(
        "“{title}” has no committee record. Important matters normally go through the committee first; if not needed, go on."
    )
    return found(law, Outcome.PROBLEM, message, title=title)
