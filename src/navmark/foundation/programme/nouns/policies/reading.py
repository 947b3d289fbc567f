"""Policies out of a mechanism's file, and what they keep shut."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.papers.faults import Fault
from navmark.foundation.programme.described import Page
from navmark.foundation.programme.nouns.policies.structure import PolicyTable
from navmark.foundation.statute.book import in_force
from navmark.foundation.tables.refusals import listed

SHUT = date(1970, 1, 1)  # the last day of what nobody decided: it never was


@dataclass(frozen=True)
class PolicyData:
    """One policy, checked."""

    code: str
    page: Page
    said: PolicyTable


def read(tables: Mapping[str, PolicyTable], page: Page, on: date) -> Iterator[PolicyData | Fault]:
    for code, said in tables.items():
        if not in_force(said.rule, on=on):
            yield Fault(("policy", code, "rule"), _("no rule of this number is in force on %(day)s.") % {"day": on})
        if said.decision and said.decision.day > on:
            yield Fault(("policy", code, "decision", "day"), _("a decision is of a day that has been."))
        yield PolicyData(code, page, said)


def gated(word: str, some: list[Any], policies: Mapping[str, PolicyTable]) -> Iterator[Any | Fault]:
    """The same things of a noun; off those whose policy nobody has decided."""
    for one in some:
        code = getattr(getattr(one, "table", None), "behind", "")
        if code and code not in policies:
            told = {"policy": code, "policies": listed(policies) or "—"}
            words = _("there is no policy %(policy)s on this page; there are: %(policies)s.") % told
            yield Fault((word, one.code, "behind"), words)
        shut = code in policies and policies[code].decision is None
        yield replace(one, page=replace(one.page, until=SHUT)) if shut else one
