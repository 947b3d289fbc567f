"""The margins of an official document, in millimetres."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, found


def margins(*, top: float, left: float, bottom: float, right: float, on: date) -> Finding:
    law = rule("H02", on=on)
    wanted = law.numbers
    given = {"top": top, "left": left, "bottom": bottom, "right": right}
    if all(abs(value - wanted[side]) <= wanted["tolerance"] for side, value in given.items()):
        return found(law, Outcome.OK, _("The margins are right."))
    message = _("Margins should be top {top}, left {left}, bottom {bottom}, right {right} mm.")
    return found(law, Outcome.PROBLEM, message, **{side: wanted[side] for side in given})
