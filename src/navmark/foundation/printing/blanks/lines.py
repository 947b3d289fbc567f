"""Lines to write on in a document: 负责人：____, 填表日期：____年__月__日, underlined blanks, fields still to be typed in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from navmark.foundation.printing.blanks.labels import as_label, last_words

_RULE = "[_＿]"
_GAP = re.compile(f"{_RULE}+ *年 *{_RULE}+ *月 *{_RULE}+ *日|{_RULE}{{2,}}")
_SPACES = re.compile(r"[\s\u3000]{2,}")
_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True)
class WritingLine:
    """`texts`: (a piece of text, from, to) that the words replace, the first of them all; `field`: of a field, itself."""

    place: str
    label: str
    texts: tuple[tuple[Any, int, int], ...] = ()
    field: Any = None


def lines_in(body: Any) -> list[WritingLine]:
    """In the order of reading, in cells of tables and in boxes too; a line without a label before it has its number."""
    found = [one for paragraph in body.iter(qn("w:p")) for one in _of_paragraph(paragraph)]
    found += [WritingLine("", label, field=one) for one, label in _fields(body)]
    return [WritingLine(f"line {n}", one.label or str(n), one.texts, one.field) for n, one in enumerate(found, start=1)]


def write(line: WritingLine, words: str) -> None:
    """The words stand where the line was, in the look of its first piece."""
    if line.field is not None:
        _write_field(line.field, words)
        return
    for text, start, end in reversed(line.texts):  # later pieces first: their places hold
        first = text is line.texts[0][0]
        text.text = (text.text or "")[:start] + (words if first else "") + (text.text or "")[end:]
        text.set(_PRESERVED, "preserve")


def _of_paragraph(paragraph: Any) -> Iterator[WritingLine]:
    texts = [one for one in paragraph.iter(qn("w:t")) if one.text and _own(one, paragraph)]
    whole = "".join(one.text for one in texts)
    spans = [found.span() for found in _GAP.finditer(whole)] + list(_underlined(texts))
    before = 0
    for start, end in sorted(spans):
        yield WritingLine("", last_words(whole[before:start]), tuple(_pieces(texts, start, end)))
        before = end


def _own(text: Any, paragraph: Any) -> bool:
    """Not of a paragraph within this one, as boxes have; nor of a field, which is one blank by itself."""
    above = [one.tag for one in text.iterancestors()]
    return next(text.iterancestors(qn("w:p"))) is paragraph and qn("w:sdtContent") not in above


def _underlined(texts: list[Any]) -> Iterator[tuple[int, int]]:
    """Blanks alone in a piece that is underlined."""
    at = 0
    for text in texts:
        rule = text.getparent().find(f"{qn('w:rPr')}/{qn('w:u')}")
        if rule is not None and rule.get(qn("w:val")) != "none" and _SPACES.fullmatch(text.text):
            yield at, at + len(text.text)
        at += len(text.text)


def _pieces(texts: list[Any], start: int, end: int) -> Iterator[tuple[Any, int, int]]:
    at = 0
    for text in texts:
        low, high = max(start - at, 0), min(end - at, len(text.text))
        if low < high:
            yield text, low, high
        at += len(text.text)


def _fields(body: Any) -> Iterator[tuple[Any, str]]:
    """Fields that still show what is to be typed there; called by their own name, else by what stands before."""
    for one in body.iter(qn("w:sdt")):
        kind = one.find(qn("w:sdtPr"))
        if kind is not None and kind.find(qn("w:showingPlcHdr")) is not None:
            named = kind.find(qn("w:alias"))
            before = one.getprevious()
            told = "".join(before.itertext()) if before is not None else ""
            yield one, as_label(named.get(qn("w:val")) if named is not None else "") or last_words(told)


def _write_field(field: Any, words: str) -> None:
    kind = field.find(qn("w:sdtPr"))
    kind.remove(kind.find(qn("w:showingPlcHdr")))
    for place, text in enumerate(list(field.iter(qn("w:t")))):
        text.text = "" if place else words
        text.set(_PRESERVED, "preserve")
        look = text.getparent().find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
        if look is not None:  # the grey of a hint
            look.getparent().remove(look)
