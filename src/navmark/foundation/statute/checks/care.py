"""Somebody has not been seen for months. The software reminds people to care and to talk; it never changes anyone's status."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.almanac.arithmetic import months_between
from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, found, spoken


def absence(*, last_seen: date, reason: str = "", on: date) -> Finding:
    """`reason` is what the member or family said, such as 住院: it silences the reminder."""
    law = rule("A26", on=on)
    months = months_between(last_seen, on)
    if reason.strip():
        return found(law, Outcome.OK, _("A reason is known."))
    if months >= law.numbers["rule_months"]:
        message = _("Not seen since {last}: six months have passed. People talk, ask why, and decide; nothing changes by itself.")
        return found(law, Outcome.DUE, message, last=spoken(last_seen))
    if months >= law.numbers["talk_months"]:
        return found(law, Outcome.DUE, _("Not seen since {last}: have a talk and ask why."), last=spoken(last_seen))
    if months >= law.numbers["care_months"]:
        return found(law, Outcome.DUE, _("Not seen since {last}: ask how they are."), last=spoken(last_seen))
    return found(law, Outcome.OK, _("Seen in the last two months."))
