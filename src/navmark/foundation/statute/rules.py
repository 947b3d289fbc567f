"""One rule, as one version of its source has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.utils.translation import get_language, pgettext

from navmark.foundation.ui.numerals import numeral


class Confidence(StrEnum):
    """How we know the sentence."""

    VERBATIM = "V"
    SECOND_HAND = "S"
    MEMORY = "M"

    @property
    def words(self) -> str:
        return {
            Confidence.VERBATIM: pgettext("confidence", "read word for word"),
            Confidence.SECOND_HAND: pgettext("confidence", "second-hand"),
            Confidence.MEMORY: pgettext("confidence", "from memory"),
        }[self]


class Level(StrEnum):
    """What a rule may do to someone's work, mildest first."""

    INFORM = "inform"
    WARN = "warn"
    BLOCK = "block"

    @property
    def words(self) -> str:
        return {
            Level.INFORM: pgettext("level", "informs"),
            Level.WARN: pgettext("level", "warns"),
            Level.BLOCK: pgettext("level", "blocks"),
        }[self]


_ORDER = list(Level)
_CAP = {Confidence.VERBATIM: Level.BLOCK, Confidence.SECOND_HAND: Level.WARN, Confidence.MEMORY: Level.INFORM}


@dataclass(frozen=True)
class Rule:
    """`level` is what the rule asks for; `effective_level` what our confidence in its wording allows."""

    id: str
    version: str
    title_zh: str
    title_en: str
    zh: str
    en: str
    source: str
    source_en: str
    short: str
    confidence: Confidence
    level: Level
    effective_from: date
    effective_to: date | None = None
    article_number: int | None = None
    item: int | None = None
    chapter: int | None = None
    article_remembered: bool = False
    day_remembered: bool = False  # the day from which it holds
    never_lifted: bool = False
    frowns: bool = False  # upon something that a school may have come to do
    also: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict, hash=False)

    @property
    def effective_level(self) -> Level:
        return min(self.level, _CAP[self.confidence], key=_ORDER.index)

    @property
    def article(self) -> str:
        """第三十一条第六项, 第五章, or "" where the source has no articles or we do not know the number."""
        if self.article_number:
            item = f"第{numeral(self.item)}项" if self.item else ""
            return f"第{numeral(self.article_number)}条{item}"
        return f"第{numeral(self.chapter)}章" if self.chapter else ""

    @property
    def has_summary(self) -> bool:
        """Whether part of the text is our own summary, set between 〔 and 〕."""
        return "〔" in self.zh

    def citation(self) -> str:
        """《支部工作条例》第十一条: Chinese in every language, as it stands in the record."""
        return f"《{self.short}》{self.article}"

    def in_force(self, on: date) -> bool:
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)

    def text(self, lang: str | None = None) -> str:
        return self.zh if (lang or get_language() or "zh").startswith("zh") else self.en

    def title(self, lang: str | None = None) -> str:
        return self.title_zh if (lang or get_language() or "zh").startswith("zh") else self.title_en
