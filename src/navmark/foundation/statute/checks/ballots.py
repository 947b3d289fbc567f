"""Whether a count adds up. Totals only: nothing here could tell who voted what."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Impossible, Outcome, found, whole_number


def ballot_sheet(
    *, present: int, issued: int, collected: int, ayes: int, noes: int, abstentions: int, invalid: int, on: date
) -> Finding:
    """OK, or Impossible: an impossible count is refused, not judged. `present` counts the voters who are there."""
    whole_number("issued", issued, within=("present", present))
    whole_number("collected", collected, within=("issued", issued))
    counted = {"ayes": ayes, "noes": noes, "abstentions": abstentions, "invalid": invalid}
    for field, value in counted.items():
        whole_number(field, value, within=("collected", collected))
    total = sum(counted.values())
    if total != collected:
        message = _("In favour, against, abstained and invalid make {total}, but {collected} ballots were returned: count again.")
        raise Impossible("collected", message, total=total, collected=collected)
    return found(rule("B23", on=on), Outcome.OK, _("The {collected} returned ballots add up."), collected=collected)
