"""半数以上 includes half, 超过半数 does not. Whole numbers only: a share of voters is never rounded."""

from navmark.foundation.statute.rules import Rule


def reaches(rule: Rule, part: int, whole: int) -> bool:
    """At least the rule's share (以上)."""
    return part * rule.numbers["denominator"] >= whole * rule.numbers["numerator"]


def exceeds(rule: Rule, part: int, whole: int) -> bool:
    """More than the rule's share (超过)."""
    return part * rule.numbers["denominator"] > whole * rule.numbers["numerator"]


def least_reaching(rule: Rule, whole: int) -> int:
    return -(-whole * rule.numbers["numerator"] // rule.numbers["denominator"])


def least_exceeding(rule: Rule, whole: int) -> int:
    return whole * rule.numbers["numerator"] // rule.numbers["denominator"] + 1
