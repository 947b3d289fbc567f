"""Texts, names and words with one meaning. A name is written as its bearer writes it: rare characters stay what they are."""

import re
from collections.abc import Callable, Mapping, Sequence
from unicodedata import category

from django.utils.translation import gettext as _

from ..refusals import CellProblem, listed
from .plain import is_nothing, plain, unfolded, visible

MIDDLE_DOTS = re.compile(r"\s*[·•・‧∙⋅･᛫●]\s*")
DOT_BETWEEN_HAN = re.compile(r"(?<=[^\x00-\xff])\s*[.．]\s*(?=[^\x00-\xff])")
BLANK_BESIDE_HAN = re.compile(r"(?<=[^\x00-\u02ff])\s+|\s+(?=[^\x00-\u02ff])")
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0E}
LONGEST_NAME = 50
OF_NAMES = "·. '’-〇"
RARE_PLANES = range(0x20000, 0x3FFFE)
NAMESAKE = re.compile(r"(?:\([大中小老男女甲乙丙丁\d]\)|\d{1,5})$")  # what a school puts behind one of two people of a name


def text(longest: int = 500) -> Callable[[str], str]:
    """Any text, its blanks at line ends removed, at most `longest` characters."""

    def clean(read: str) -> str:
        lines = "\n".join(line.strip() for line in unfolded(visible(read)).strip().splitlines())
        if len(lines) > longest:
            raise CellProblem(
                _("%(length)s characters are too long; at most %(limit)s.") % {"length": len(lines), "limit": longest}
            )
        return lines

    return clean


def person_name(read: str) -> str:
    """张三 from "张 三", 买买提·艾力 from "买买提•艾力"; "John  Smith" keeps one blank.

    No compatibility folding of Chinese characters: 𠮷 and 﨑 are not 吉 and 崎.
    """
    name = unfolded(visible(read)).translate(FULL_WIDTH).strip()
    name = DOT_BETWEEN_HAN.sub("·", MIDDLE_DOTS.sub("·", name))
    name = " ".join(BLANK_BESIDE_HAN.sub("", name).split())
    told = {"read": read[:LONGEST_NAME]}
    if len(name) > LONGEST_NAME or not any(c.isalpha() for c in name):
        raise CellProblem(_("“%(read)s” is not a name; write one person's name.") % told)
    for character in NAMESAKE.sub("", name):
        if category(character) == "Co":
            message = _(
                "“%(read)s” has a character of a private code (U+%(code)s) that other computers cannot show; "
                "type it anew with an input method for rare characters."
            )
            raise CellProblem(message % (told | {"code": f"{ord(character):X}"}))
        if not _belongs_to_a_name(character):
            message = _("“%(read)s” has “%(sign)s” in it; write the name alone, and the rest under Remark.")
            raise CellProblem(message % (told | {"sign": character}))
    return name


def _belongs_to_a_name(character: str) -> bool:
    """Also a character younger than this Python: the planes of rare characters hold nothing else."""
    return character in OF_NAMES or category(character)[0] in "LM" or ord(character) in RARE_PLANES


def choice(meanings: Mapping[str, Sequence[str]]) -> Callable[[str], str | None]:
    """One of several words, each with its aliases: {"female": ["女", "2", "F"]}. The message lists the first alias of each."""
    known = {_folded(alias): value for value, aliases in meanings.items() for alias in (value, *aliases)}
    offered = [aliases[0] for aliases in meanings.values()]

    def clean(read: str) -> str | None:
        found = known.get(_folded(read))
        if found is None and not is_nothing(plain(read)):
            words = {"read": read[:30], "choices": listed(offered)}
            raise CellProblem(_("“%(read)s” is not known; write one of: %(choices)s.") % words)
        return found

    return clean


def _folded(word: str) -> str:
    return re.sub(r"\s+", "", plain(word)).lower()


sex = choice({"male": ["男", "1", "男性", "M"], "female": ["女", "2", "女性", "F"]})
_yes_or_no = choice(
    {
        "yes": ["是", "有", "对", "√", "✓", "✔", "1", "Y", "true"],
        "no": ["否", "无", "没有", "不是", "×", "✗", "✘", "0", "N", "false"],
    }
)


def yes_no(read: str) -> bool | None:
    answer = _yes_or_no(read)
    return None if answer is None else answer == "yes"
