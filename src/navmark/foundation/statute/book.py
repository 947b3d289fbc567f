"""All versions of all rules we know, read from the packs beside this file."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Self

from django.utils.translation import gettext as _

from navmark.foundation.statute.rules import Confidence, Level, Rule

PACKS = Path(__file__).parent / "packs"


class RuleUnknown(LookupError):
    """No version of this rule was in force on that day."""


class LawBook:
    def __init__(self, rules: Iterable[Rule]) -> None:
        self._versions: dict[str, list[Rule]] = defaultdict(list)
        for rule in sorted(rules, key=lambda rule: (rule.id, rule.effective_from)):
            earlier = self._versions[rule.id]
            if earlier and earlier[-1].in_force(rule.effective_from):
                raise ValueError(f"{rule.id} of {rule.version} overlaps {earlier[-1].version}: end the older one first.")
            earlier.append(rule)

    @classmethod
    def read(cls, folder: Path) -> Self:
        return cls(rule for path in sorted(folder.glob("*.toml")) for rule in read_pack(path.read_text(encoding="utf-8")))

    def rule(self, rule_id: str, *, on: date) -> Rule:
        """The version in force on that day. Raises RuleUnknown."""
        for version in self._versions.get(rule_id, ()):
            if version.in_force(on):
                return version
        raise RuleUnknown(_("No rule %(id)s was in force on %(day)s.") % {"id": rule_id, "day": on})

    def rules_on(self, day: date) -> list[Rule]:
        return [rule for versions in self._versions.values() for rule in versions if rule.in_force(day)]

    def versions(self, rule_id: str) -> list[Rule]:
        """Every version we know, oldest first; empty for an unknown id."""
        return list(self._versions.get(rule_id, ()))

    def ids(self) -> list[str]:
        return list(self._versions)


def read_pack(text: str) -> list[Rule]:
    pack = tomllib.loads(text)
    return [_rule(entry, pack) for entry in pack["rule"]]


def _rule(entry: dict[str, Any], pack: dict[str, Any]) -> Rule:
    return Rule(
        id=entry["id"],
        version=pack["id"],
        title_zh=entry["title"],
        title_en=entry["title_en"],
        zh=entry["zh"],
        en=entry["en"],
        source=entry.get("source", pack["source"]),
        source_en=entry.get("source_en", pack["source_en"]),
        short=entry.get("short", pack["short"]),
        confidence=Confidence(entry["confidence"]),
        level=Level(entry["level"]),
        effective_from=entry.get("from", pack["from"]),
        effective_to=entry.get("to", pack.get("to")),
        article_number=entry.get("article"),
        item=entry.get("item"),
        chapter=entry.get("chapter"),
        article_remembered=entry.get("article_remembered", False),
        day_remembered=entry.get("day_remembered", pack.get("day_remembered", False)),
        never_lifted=entry.get("never_lifted", False),
        frowns=entry.get("frowns", False),
        also=tuple(entry.get("also", ())),
        numbers=entry.get("numbers", {}),
    )


@cache
def law_book() -> LawBook:
    return LawBook.read(PACKS)


def rule(rule_id: str, *, on: date) -> Rule:
    return law_book().rule(rule_id, on=on)


def rules_on(day: date) -> list[Rule]:
    return law_book().rules_on(day)


def in_force(rule_id: str, *, on: date) -> bool:
    return any(version.in_force(on) for version in law_book().versions(rule_id))
