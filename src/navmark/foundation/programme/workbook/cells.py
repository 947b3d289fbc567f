"""How what a page says stands in a cell, and is read again. A value that a form cannot hold stays for the column of the rest."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.programme.words import AT_STEP, BEFORE, CIRCLES, COLON, NEVER, YES_NO, Closed
from navmark.foundation.programme.writing import as_toml
from navmark.foundation.tables.guards import unguarded
from navmark.foundation.tables.refusals import CellProblem, listed
from navmark.foundation.tables.writing import UNPRINTABLE

SEPARATORS = re.compile(r"[、,，;；\n]")
COUNT = "count"
MOST_LISTED = 12


class CellForm:
    """Plain words."""

    def holds(self, value: Any) -> bool:
        return isinstance(value, str) and UNPRINTABLE.sub("", value).strip() == value != ""

    def say(self, value: Any) -> str:
        """What looks like a guard is guarded, else it were taken away when it is read."""
        text = str(value)
        return f"'{text}" if unguarded(text) != text else text

    def read(self, words: str) -> Any:
        """Raises CellProblem."""
        return words

    def choices(self) -> tuple[str, ...]:
        """Of a closed list, what may stand here."""
        return ()


class WholeNumber(CellForm):
    def holds(self, value: Any) -> bool:
        return isinstance(value, int) and not isinstance(value, bool)

    def read(self, words: str) -> int:
        if not words.isdigit():
            raise CellProblem(_("write a number."))
        return int(words)


@dataclass(frozen=True)
class OneOf(CellForm):
    words: Closed

    def say(self, value: Any) -> str:
        return self.words.say(value)

    def read(self, words: str) -> str:
        return _known(words, self.words)

    def choices(self) -> tuple[str, ...]:
        return tuple(word for _code, word in self.words.choices())


class YesOrNo(CellForm):
    def holds(self, value: Any) -> bool:
        return isinstance(value, bool)

    def say(self, value: Any) -> str:
        return YES_NO.say("true" if value else "false")

    def read(self, words: str) -> bool:
        return _known(words, YES_NO) == "true"

    def choices(self) -> tuple[str, ...]:
        return tuple(word for _code, word in YES_NO.choices())


@dataclass(frozen=True)
class Several(CellForm):
    words: Closed | None = None

    def holds(self, value: Any) -> bool:
        return isinstance(value, list) and bool(value) and all(self._holds(one) for one in value)

    def _holds(self, value: Any) -> bool:
        return isinstance(value, str) and value == value.strip() != "" and not SEPARATORS.search(self._say(value))

    def _say(self, value: str) -> str:
        return self.words.say(value) if self.words else value

    def say(self, value: Any) -> str:
        return "、".join(map(self._say, value))

    def read(self, words: str) -> list[str]:
        parts = [part.strip() for part in SEPARATORS.split(words) if part.strip()]
        return [_known(part, self.words) for part in parts] if self.words else parts


class OneOrSeveral(Several):
    """States: one is written alone."""

    def holds(self, value: Any) -> bool:
        return self._holds(value) if isinstance(value, str) else super().holds(value)

    def say(self, value: Any) -> str:
        return value if isinstance(value, str) else super().say(value)

    def read(self, words: str) -> Any:
        found = super().read(words)
        return found[0] if len(found) == 1 else found


class Expected(Several):
    """Circles; or how many of whom are counted: 计数：学生."""

    def holds(self, value: Any) -> bool:
        return value.startswith(COUNT) if isinstance(value, str) else super().holds(value)

    def say(self, value: Any) -> str:
        if not isinstance(value, str):
            return super().say(value)
        _count, _colon, whom = value.partition(":")
        return f"{_('counted')}{COLON}{CIRCLES.say(whom)}" if whom else _("counted")

    def read(self, words: str) -> Any:
        said, _colon, whom = words.replace(":", COLON).partition(COLON)
        if said.strip() not in (_("counted"), COUNT):
            return super().read(words)
        return f"{COUNT}:{_known(whom.strip(), CIRCLES)}" if whom else COUNT


class NeededWhen(CellForm):
    """`before`, or `step:KEY`."""

    def say(self, value: Any) -> str:
        kind, _colon, step = value.partition(":")
        if kind == "step":
            return f"{AT_STEP}{COLON}{step}"
        return str({"before": BEFORE, "never": NEVER}.get(value, value))

    def read(self, words: str) -> str:
        said, _colon, step = words.replace(":", COLON).partition(COLON)
        found = {str(BEFORE): "before", str(NEVER): "never", "before": "before", "never": "never"}.get(words)
        if found is None and said.strip() in (str(AT_STEP), "step"):
            return f"step:{step.strip()}"
        if found is None:
            raise CellProblem(_("write one of: %(words)s.") % {"words": listed([str(BEFORE), str(NEVER), f"{AT_STEP}{COLON}…"])})
        return found


class Within(CellForm):
    """`5 workdays`."""

    SAID = re.compile(r"^(\d{1,3}) (days|workdays)$")
    READ = re.compile(r"^(\d{1,3})\s*(个?工作日|天|日|days|workdays)$")

    def holds(self, value: Any) -> bool:
        return isinstance(value, str) and bool(self.SAID.match(value))

    def say(self, value: Any) -> str:
        count, unit = value.split(" ")
        return f"{count}个工作日" if unit == "workdays" else f"{count}天"

    def read(self, words: str) -> str:
        found = self.READ.match(words)
        if not found:
            raise CellProblem(_("write it as “5个工作日” or “10天”."))
        return f"{found[1]} {'workdays' if found[2].endswith(('工作日', 'workdays')) else 'days'}"


class Years(CellForm):
    """`3 years`."""

    def say(self, value: Any) -> str:
        return f"{value.partition(' ')[0]}年"


class Rest(CellForm):
    """Whatever no column of its own holds, as TOML."""

    def say(self, value: Any) -> str:
        return as_toml(value).strip("\n")

    def read(self, words: str) -> Mapping[str, Any]:
        try:
            return tomllib.loads(words)
        except tomllib.TOMLDecodeError as wrong:
            raise CellProblem(_("this is no TOML: %(why)s.") % {"why": wrong}) from wrong


def _known(words: str, closed: Closed | None) -> str:
    found = closed.read(words) if closed else words
    if found is None:
        raise CellProblem(_unknown(words, [word for _code, word in closed.choices()] if closed else []))
    return found


def _unknown(words: str, there: list[str]) -> str:
    """Of a long list, which stands on the last sheet, only what is near to what was written."""
    near = get_close_matches(words, there, n=3, cutoff=0.4) if len(there) > MOST_LISTED else there
    if len(near) == len(there):
        return _("there is no “%(word)s” here; there are: %(words)s.") % {"word": words, "words": listed(there)}
    if not near:
        return _("there is no “%(word)s” here; what there is stands on the last sheet.") % {"word": words}
    told = {"word": words, "words": listed(near)}
    return _("there is no “%(word)s” here; near to it: %(words)s. All that there is stands on the last sheet.") % told
