"""Text as it may be printed: pasted text brings line marks and control characters that neither typst nor Word can set."""

import re
from typing import Any

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """The same words, with one kind of line end and without control characters."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def all_printable(value: Any) -> Any:
    """The same JSON value with every string printable."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: all_printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [all_printable(each) for each in value]
    return value
