"""What the self-check says about a record."""

from dataclasses import dataclass

from navmark.foundation.statute import findings as statute

PLAN, ROLL = "plan", "roll"  # the pages beside the record's own


@dataclass(frozen=True)
class SelfCheckFinding:
    code: str  # stable, so that a waiver can name it
    words: str
    blocking: bool = False
    liftable: bool = True
    waived: bool = False
    rule_id: str = ""
    at: str = ""  # where it is mended: a page beside the record's own, with "#field" after it, or "#anchor" of its own

    @property
    def blocks(self) -> bool:
        return self.blocking and not self.waived


def by_rule(code: str, finding: statute.Finding, *, at: str = "") -> SelfCheckFinding:
    """A finding of the statute, said about this record."""
    return SelfCheckFinding(
        code, str(finding.message), blocking=finding.blocks, liftable=not finding.never_lifted, rule_id=finding.rule_id, at=at
    )
