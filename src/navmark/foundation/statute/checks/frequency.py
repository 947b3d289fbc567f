"""How often something must happen, and whether it did: done, still in time, or late."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, found, spoken


def frequency(
    rule_id: str,
    *,
    held_on: Iterable[date],
    starts: date,
    ends: date,
    on: date,
    grace_days: int = 0,
    remind_from: date | None = None,
) -> Finding:
    """Whether the rule's times were met between `starts` and `ends`, seen on the day `on`.

    `held_on` are the days credited to this period, those of its grace included. For a 年度 give the closing day of the superior's
    notice as `ends`. The rule of the period's last day decides.
    """
    law = rule(rule_id, on=ends)
    times = law.numbers["times"]
    last = ends + timedelta(days=grace_days)
    done = sum(starts <= day <= min(last, on) for day in held_on)
    if done >= times:
        return found(law, Outcome.OK, _("Done in time."))
    if on > last:
        message = _("Due by {ends}, not yet done: {days} days late.")
        return found(law, Outcome.PROBLEM, message, ends=spoken(ends), days=(on - ends).days)
    if on > ends:
        message = _("Was due by {ends}; can still be done until {last}.")
        return found(law, Outcome.DUE, message, ends=spoken(ends), last=spoken(last))
    if remind_from and on < remind_from:
        return found(law, Outcome.OK, _("Due by {ends}; there is time."), ends=spoken(ends))
    return found(law, Outcome.DUE, _("Due by {ends}, in {days} days."), ends=spoken(ends), days=(ends - on).days)


def yearly_talks(*, held_on: Iterable[date], year: int, on: date) -> Finding:
    """One pair class of one member; silent until the rule's month of reminding."""
    starts, ends = date(year, 1, 1), date(year, 12, 31)
    remind = date(year, rule("A22", on=ends).numbers["remind_from_month"], 1)
    return frequency("A22", held_on=held_on, starts=starts, ends=ends, on=on, remind_from=remind)


def theme_day_content(*, contents: Collection[str], on: date) -> Finding:
    law = rule("A18", on=on)
    if contents:
        return found(law, Outcome.OK, _("Its content is recorded."))
    return found(law, Outcome.PROBLEM, _("Its content is still empty: study, organisational life, deliberation or volunteering."))


def life_meeting(*, talks_before: int, rectifications: int, on: date) -> Finding:
    """组织生活会: talks before it, a list of what to mend after it."""
    law = rule("A19", on=on)
    if not talks_before:
        return found(law, Outcome.PROBLEM, _("No talks before the meeting are recorded yet."))
    if not rectifications:
        return found(law, Outcome.PROBLEM, _("The list of what to mend is still empty."))
    return found(law, Outcome.OK, _("Talks before it and the list of what to mend are recorded."))


def flag_ceremony(*, held_on: Iterable[date], school_days: Collection[date], bad_weather: bool = False, on: date) -> Finding:
    """One school week, given its school days; a week without any asks for nothing."""
    law = rule("E37", on=on)
    if not school_days:
        return found(law, Outcome.OK, _("No school this week: nothing is due."))
    if bad_weather:
        return found(law, Outcome.OK, _("Excused by bad weather."))
    return frequency("E37", held_on=held_on, starts=min(school_days), ends=max(school_days), on=on)
