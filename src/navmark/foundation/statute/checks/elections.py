"""Elections in the branch: stricter attendance, more candidates than seats, a majority of all entitled."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.findings import Finding, Outcome, at_least_one, found, whole_number
from navmark.foundation.statute.shares import exceeds, least_exceeding, least_reaching, reaches


def election_quorum(*, entitled: int, present: int, on: date) -> Finding:
    at_least_one("entitled", entitled)
    whole_number("present", present, within=("entitled", entitled))
    law = rule("C14", on=on)
    needed = least_reaching(law, entitled)
    if reaches(law, present, entitled):
        message = _("{present} of {entitled} are present: the election may be held.")
        return found(law, Outcome.OK, message, present=present, entitled=entitled)
    message = _("{present} of {entitled} are present; an election needs {needed}.")
    return found(law, Outcome.PROBLEM, message, present=present, entitled=entitled, needed=needed)


def candidate_margin(*, seats: int, candidates: int, on: date) -> Finding:
    at_least_one("seats", seats)
    whole_number("candidates", candidates)
    law = rule("C16", on=on)
    needed = -(-seats * (100 + law.numbers["percent"]) // 100)
    if candidates >= needed:
        return found(law, Outcome.OK, _("{candidates} candidates for {seats} seats."), candidates=candidates, seats=seats)
    message = _("{candidates} candidates for {seats} seats; at least {needed} are needed.")
    return found(law, Outcome.PROBLEM, message, candidates=candidates, seats=seats, needed=needed)


def elected(*, entitled: int, present: int, ayes: int, on: date) -> Finding:
    """More than half of all entitled. What only more than half of those present would carry is for the superior to say."""
    opened = election_quorum(entitled=entitled, present=present, on=on)
    whole_number("ayes", ayes, within=("present", present))
    if opened.outcome != Outcome.OK:
        return opened
    law = rule("C15", on=on)
    numbers = {"ayes": ayes, "entitled": entitled, "present": present, "needed": least_exceeding(law, entitled)}
    if exceeds(law, ayes, entitled):
        return found(law, Outcome.OK, _("Elected with {ayes} of {entitled}."), **numbers)
    if exceeds(law, ayes, present):
        message = _("{ayes} are more than half of the {present} present, not of the {entitled} entitled: ask the superior.")
        return found(law, Outcome.ASK, message, **numbers)
    return found(law, Outcome.LOST, _("Not elected: {ayes} in favour, {needed} needed of {entitled} entitled."), **numbers)


def election_stands(*, issued: int, collected: int, on: date) -> Finding:
    """An election with more ballots back than were given out is void and held again."""
    whole_number("issued", issued)
    whole_number("collected", collected)
    law = rule("C17", on=on)
    if collected <= issued:
        return found(law, Outcome.OK, _("{collected} of {issued} ballots came back."), collected=collected, issued=issued)
    message = _(
        "{collected} ballots came back, more than the {issued} given out. If one of them is mistyped, correct it;"
        " if it is so, the election is void: hold it and count it again."
    )
    return found(law, Outcome.PROBLEM, message, collected=collected, issued=issued)
