"""Chinese that people read, wherever it stands, and the one way to punctuate it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from navmark.project.messages import SOURCES
from tests import catalogues

ROOT = SOURCES.parents[1]
HAN = "[\u3400-\u9fff“”《》〔〕、。，：；？！（）…]"
HALF_WIDTH = re.compile(f"{HAN}[,:;?!()]|[,:;?!()]{HAN}")
NAMES = re.compile(r"级\([^()]*\)班|\(周[一二三四五六日]\)|\[[^]]*\]\([^)]*\)")  # 一年级(1)班, 11月20日(周五), a link


def half_width(text: str) -> str:
    """Where a half-width mark stands beside a Chinese character; "" when it does so nowhere."""
    found = HALF_WIDTH.search(NAMES.sub("", text))
    return found.string[max(0, found.start() - 12) : found.end() + 12] if found else ""


READERS = ("reading.py",)  # modules that read what a superior wrote, in any width, and show none of it


LETTER = "[\u3400-\u9fff]"
NUMBER = r"(?<![a-zA-Z0-9_.:/-])(?<![A-Za-z] )\d+(?:[.,:—]\d+)?(?![a-zA-Z0-9_.:/-])"  # not that of Python 3.11, A4 or an address
SLOT = r"(?:%\((?!by|name|clerk|person)\w+\)[sd]|\{\w+\})"  # names of people may stand apart: 王干事 代 张书记
COUNTED = r"第 +\{\}|\{\} +[个行处所秒项次条份人天]"  # in a formatted string, which may as well hold a path
SPACED = re.compile(f"{LETTER} +(?:{SLOT}|{NUMBER})|(?:{SLOT}|{NUMBER}) +{LETTER}|{COUNTED}")


def spaced_number(text: str) -> str:
    """Where a space parts a number from the Chinese beside it; "" when it does so nowhere."""
    found = SPACED.search(text)
    return text[max(0, found.start() - 12) : found.end() + 12] if found else ""


LOOSE = re.compile(r"[%}]}\)?:(?:[ {<]|$)|\({[{%]|[%}]}[.,;] {%|</[a-z]+>: ", re.MULTILINE)


def loose_marks(template: str) -> list[str]:
    """Where a template itself puts a mark between words: English there stays English on a Chinese page."""
    bare = re.sub(r"{% blocktranslate.*?(?={% endblocktranslate %})|<(script|style).*?</\1>", "", template, flags=re.DOTALL)
    return [bare[max(0, found.start() - 30) : found.end() + 10] for found in LOOSE.finditer(bare)]


def texts() -> Iterator[tuple[str, str]]:
    """(where, text) of catalogues, rules, the command line, what prints, and the Chinese documents."""
    for label, messages in catalogues.translated().items():
        yield from ((f"{label}: {message.id}", chinese) for message, chinese in messages.items())
    for path in sorted([*SOURCES.rglob("*.toml"), *ROOT.glob("docs/handbook/*.md"), ROOT / "README.zh.md", ROOT / "start.bat"]):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield f"{path.relative_to(ROOT)}:{number}", line
    for path in [ROOT / "navmark", *_shown()]:
        yield from ((f"{path.relative_to(ROOT)}:{line}", text) for line, text in _strings(path))


def _shown() -> list[Path]:
    """Sources whose strings are shown as they stand. Elsewhere Chinese in code reads what schools write, in any width."""
    folders = (SOURCES / "project", SOURCES / "pillars")
    return sorted(
        path for folder in folders for path in folder.rglob("*.py") if "tests" not in path.parts and path.name not in READERS
    )


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a source, docstrings aside; a formatted one as one text."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for child in ast.iter_child_nodes(node):
            if isinstance(node, ast.Expr | ast.JoinedStr):
                continue
            if isinstance(child, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in child.values]
                yield child.lineno, "".join(map(str, parts))
            elif isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield child.lineno, child.value
