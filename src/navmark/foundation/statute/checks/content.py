"""Whether what a meeting is held for stands in its record."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, found


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
