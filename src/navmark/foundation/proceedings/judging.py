"""Between the roll and the statute: which rule judges a meeting of this kind, and its answer in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.statute.checks import elections, voting
from navmark.foundation.statute.checks.ballots import ballot_sheet
from navmark.foundation.statute.findings import Finding, Outcome, whole_number
from navmark.foundation.statute.outlook import Sitting
from navmark.foundation.ui.refusals import Refusal


@dataclass(frozen=True)
class Tally:
    """What the counters found on the paper slips."""

    issued: int
    collected: int
    ayes: int
    nays: int
    abstentions: int
    invalid: int = 0


@dataclass(frozen=True)
class Ballots:
    """The papers of one count, where several people or candidates stand on each of them."""

    issued: int
    collected: int
    invalid: int

    @property
    def valid(self) -> int:
        return self.collected - self.invalid

    def check(self, *, present: int) -> None:
        """Raise Impossible, at the field to correct, for papers that cannot be."""
        whole_number("issued", self.issued, within=("present", present))
        whole_number("collected", self.collected, within=("issued", self.issued))
        whole_number("invalid", self.invalid, within=("collected", self.collected))


@dataclass(frozen=True)
class Verdict:
    passed: bool
    words: str
    rule_id: str
    version: str


class NoQuorum(Refusal):
    """A vote could not be opened; the statute's words say how many were needed."""


def attendance_verdict(sitting: Sitting, *, entitled: int, present: int, on: date) -> Finding | None:
    """Whether enough were there; None for a sitting that needs no number."""
    if sitting == Sitting.ASSEMBLY:
        return voting.quorum(entitled=entitled, present=present, on=on)
    if sitting == Sitting.ELECTION:
        return elections.election_quorum(entitled=entitled, present=present, on=on)
    if sitting == Sitting.COMMITTEE:
        return voting.committee_quorum(committee=entitled, present=present, on=on)
    if sitting in (Sitting.LEADERS, Sitting.LEADERS_PERSONNEL):
        personnel = sitting == Sitting.LEADERS_PERSONNEL
        return voting.leaders_quorum(leaders=entitled, present=present, personnel=personnel, on=on)
    return None


def add_up(tally: Tally, *, present: int, on: date) -> None:
    """Raise Impossible, at the field to correct, for sums that cannot be."""
    ballot_sheet(
        present=present, issued=tally.issued, collected=tally.collected, ayes=tally.ayes, noes=tally.nays,
        abstentions=tally.abstentions, invalid=tally.invalid, on=on,
    )  # fmt: skip


def judge(tally: Tally, sitting: Sitting, *, entitled: int, present: int, on: date) -> Verdict:
    """Judge a tally by the rule of that day. Raises Impossible for sums that cannot be, NoQuorum where no vote could be held."""
    add_up(tally, present=present, on=on)
    opened = attendance_verdict(sitting, entitled=entitled, present=present, on=on)
    if opened is not None and opened.outcome == Outcome.PROBLEM:
        raise NoQuorum(str(opened.message))
    if sitting in (Sitting.ASSEMBLY, Sitting.ELECTION):
        count = elections.elected if sitting == Sitting.ELECTION else voting.vote
        finding = count(entitled=entitled, present=present, ayes=tally.ayes, on=on)
        return Verdict(finding.outcome == Outcome.OK, str(finding.message), finding.rule_id, finding.version)
    return _by_custom(tally, entitled, opened)


def _by_custom(tally: Tally, entitled: int, opened: Finding | None) -> Verdict:
    """A committee's vote: no rule lays a majority down; more than half of all its members is the custom, and is named as such."""
    passed = tally.ayes * 2 > entitled
    words = _("Carried: %(ayes)s of %(all)s members in favour.") if passed else _("Not carried: %(ayes)s of %(all)s in favour.")
    rule_id, version = (opened.rule_id, opened.version) if opened else ("", "")
    return Verdict(passed, words % {"ayes": tally.ayes, "all": entitled}, rule_id, version)
